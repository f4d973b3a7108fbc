using ElastAlert.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Engine.Services;

/// <summary>Leaves out records that a history will never take, such as those that a mapping refuses, so that alerts do not wait for them.</summary>
/// <param name="inner">The history.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="logger">The log.</param>
internal sealed class LenientHistory(IHistory inner, EngineMetrics metrics, ILogger logger) : IHistory
{
    private const int BadRequest = 400;
    private const int TooLarge = 413;

    /// <inheritdoc/>
    public async Task WriteAsync(IReadOnlyList<HistoryDocument> documents, CancellationToken cancellationToken)
    {
        try
        {
            await inner.WriteAsync(documents, cancellationToken).ConfigureAwait(false);
        }
        catch (SearchException exception) when (exception.StatusCode is BadRequest or TooLarge)
        {
            // Whatever else went wrong, such as a lacking privilege, can be mended, and the records are written then.
            metrics.Error();
            Log.HistoryRefused(logger, exception.Message, exception);
        }
    }
}
