using ElastAlert.Diagnostics;
using ElastAlert.Values;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Engine.Services;

/// <summary>Takes the place of every alerter in debug mode: says what would have been sent.</summary>
/// <param name="logger">The log.</param>
internal sealed class LoggingAlerter(ILogger logger) : IAlerter
{
    /// <inheritdoc/>
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        Log.AlertNotSent(logger, alert.Rule.Name, IsoTime.Format(alert.Matches[0].Timestamp.ToUniversalTime()), alert.Body);
        return Task.FromResult(AlertReceipt.None);
    }
}
