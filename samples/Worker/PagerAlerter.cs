using Microsoft.Extensions.Logging;

namespace ElastAlert.Samples.Worker;

/// <summary>Pages a team: here by a log line, in a real host through whatever the team carries.</summary>
internal sealed partial class PagerAlerter(PagerOptions options, PageCounter pages, ILogger<PagerAlerter> logger) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        if (options.Team.Length == 0)
            throw new AlertDeliveryException("The option 'team' is empty, so nobody can be paged.", isTransient: false);
        LogPage(logger, options.Team, options.Urgency, alert.Subject, alert.Matches.Count, alert.Id);
        pages.Add();
        return Task.FromResult(new AlertReceipt { Values = new Dictionary<string, string> { ["team"] = options.Team } });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Paged {Team} with urgency {Urgency}: {Subject} ({Matches} matches, alert {AlertId})")]
    private static partial void LogPage(ILogger logger, string team, int urgency, string subject, int matches, string alertId);
}
