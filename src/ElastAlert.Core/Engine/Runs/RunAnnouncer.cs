using ElastAlert.Diagnostics;
using ElastAlert.Engine.Services;
using ElastAlert.Values;

namespace ElastAlert.Engine.Runs;

/// <summary>Makes completed runs known: in the log, in the metrics, in the health of the rule.</summary>
/// <param name="services">The log and the metrics.</param>
/// <param name="health">How the rule is doing.</param>
internal sealed class RunAnnouncer(EngineServices services, RuleHealth health)
{
    /// <summary>Makes a run known.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="report">The report of the run.</param>
    public void Announce(Rule rule, RunReport report)
    {
        services.Metrics.RunCompleted(report);
        foreach (var decision in report.Decisions.Where(static decision => decision.Outcome == MatchOutcome.Silenced))
            Log.MatchSilenced(services.Logger, decision.SilenceKey);
        foreach (var notice in report.Notices)
            Log.RunNoticed(services.Logger, rule.Name, notice);
        foreach (var skipped in report.Skipped)
            Log.DataSkipped(services.Logger, rule.Name, skipped.Reason, skipped.Count, skipped.Example);
        var (from, to) = (IsoTime.Format(report.Window!.Value.Start), IsoTime.Format(report.Window.Value.End));
        Log.RuleRan(services.Logger, rule.Name, from, to, report.Hits, report.AlreadySeen, report.Matches, report.Alerts);
        Log.RunRange(services.Logger, rule.Name, report.Window.Value.Duration.TotalSeconds);
        if (report.TimeTaken > rule.Schedule.RunEvery)
            Log.RunTookLong(services.Logger, rule.Name, from, to, rule.Schedule.RunEvery);
        health.Complete(report);
    }
}
