using System.Diagnostics.Metrics;

namespace ElastAlert.Diagnostics;

/// <summary>Counts what an engine does (engine.md 8.1; Q74: silenced alerts are counted by rule, not by silence key).</summary>
internal sealed class EngineMetrics : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "ElastAlert";

    private const string RuleTag = "rule.name";
    private const string AlerterTag = "alerter.name";

    private readonly Meter _meter;
    private readonly Counter<long> _scrapes;
    private readonly Counter<long> _hits;
    private readonly Counter<long> _alreadySeen;
    private readonly Counter<long> _matches;
    private readonly Counter<double> _timeTaken;
    private readonly Counter<long> _runsFailed;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _notSent;
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _failedAttempts;
    private readonly Counter<long> _silenced;
    private readonly Counter<long> _silences;
    private readonly Counter<long> _errors;
    private readonly Counter<long> _conflicts;

    /// <summary>Creates the instruments.</summary>
    /// <param name="meters">Makes the meter.</param>
    /// <param name="engine">The name of the engine.</param>
    public EngineMetrics(IMeterFactory meters, string engine)
    {
        _meter = meters.Create(new MeterOptions(MeterName) { Tags = [new("engine.name", engine)] });
        _scrapes = Counter("elastalert.runs", "Runs that began.");
        _runsFailed = Counter("elastalert.runs.failed", "Runs that ended early.");
        _hits = Counter("elastalert.hits", "Documents, counts or buckets that queries found.");
        _alreadySeen = Counter("elastalert.hits.already_seen", "Documents that had been seen before.");
        _matches = Counter("elastalert.matches", "Matches, before silences.");
        _timeTaken = _meter.CreateCounter<double>("elastalert.time_taken", "s", "Time that completed runs took.");
        _sent = Counter("elastalert.alerts.sent", "Matches whose alert was delivered.");
        _notSent = Counter("elastalert.alerts.failed", "Matches whose alert was given up.");
        _attempts = Counter("elastalert.deliveries", "Attempts to deliver an alert through a channel.");
        _failedAttempts = Counter("elastalert.deliveries.failed", "Attempts to deliver that failed.");
        _silenced = Counter("elastalert.alerts.silenced", "Matches that a silence kept from being alerted.");
        _silences = Counter("elastalert.silences", "Silences that were set.");
        _errors = Counter("elastalert.errors", "Errors that were handled.");
        _conflicts = Counter("elastalert.commits.conflicts", "Commits that another owner was ahead of.");
    }

    /// <summary>Lets be asked how the rules are doing: what waits to be delivered, and how far behind they are.</summary>
    /// <param name="rules">Tells how the rules are doing.</param>
    /// <param name="time">The clock.</param>
    public void Observe(Func<IReadOnlyList<RuleStatus>> rules, TimeProvider time)
    {
        _meter.CreateObservableGauge(
            "elastalert.alerts.pending", () => rules().Select(static status => Measure(status, (long)status.PendingAlerts)), null, "Alerts that wait to be delivered.");
        _meter.CreateObservableGauge(
            "elastalert.alerts.dead", () => rules().Select(static status => Measure(status, (long)status.DeadLetters)), null, "Alerts with dead letters.");
        _meter.CreateObservableGauge(
            "elastalert.lag",
            () => rules().Where(IsRunHere).Select(status => Measure(status, (time.GetUtcNow() - status.CoveredUntil!.Value).TotalSeconds)),
            "s",
            "Time since the newest moment that a rule has looked at.");
    }

    /// <summary>Counts a run that begins.</summary>
    /// <param name="rule">The rule.</param>
    public void RunStarted(string rule) => _scrapes.Add(1, new KeyValuePair<string, object?>(RuleTag, rule));

    /// <summary>Counts a run that failed.</summary>
    /// <param name="rule">The rule.</param>
    public void RunFailed(string rule) => _runsFailed.Add(1, new KeyValuePair<string, object?>(RuleTag, rule));

    /// <summary>Counts a completed run.</summary>
    /// <param name="report">The report.</param>
    public void RunCompleted(RunReport report)
    {
        var tag = new KeyValuePair<string, object?>(RuleTag, report.Rule);
        _hits.Add(report.Hits, tag);
        _alreadySeen.Add(report.AlreadySeen, tag);
        _matches.Add(report.Matches, tag);
        _timeTaken.Add(report.TimeTaken.TotalSeconds, tag);
    }

    /// <summary>Counts matches that were silenced.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="count">How many.</param>
    public void Silenced(string rule, int count)
    {
        if (count > 0)
            _silenced.Add(count, new KeyValuePair<string, object?>(RuleTag, rule));
    }

    /// <summary>Counts silences that were set.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="count">How many.</param>
    public void SilencesSet(string rule, int count)
    {
        if (count > 0)
            _silences.Add(count, new KeyValuePair<string, object?>(RuleTag, rule));
    }

    /// <summary>Counts an attempt to deliver.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="alerter">The alerter.</param>
    /// <param name="failed">Whether it failed.</param>
    public void Attempted(string rule, string alerter, bool failed)
    {
        _attempts.Add(1, new KeyValuePair<string, object?>(RuleTag, rule), new KeyValuePair<string, object?>(AlerterTag, alerter));
        if (failed)
            _failedAttempts.Add(1, new KeyValuePair<string, object?>(RuleTag, rule), new KeyValuePair<string, object?>(AlerterTag, alerter));
    }

    /// <summary>Counts a settled alert.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="matches">The number of its matches.</param>
    /// <param name="sent">Whether any channel delivered it.</param>
    public void Settled(string rule, int matches, bool sent) =>
        (sent ? _sent : _notSent).Add(matches, new KeyValuePair<string, object?>(RuleTag, rule));

    /// <summary>Counts a handled error.</summary>
    public void Error() => _errors.Add(1);

    /// <summary>Counts a conflict.</summary>
    /// <param name="rule">The rule.</param>
    public void Conflict(string rule) => _conflicts.Add(1, new KeyValuePair<string, object?>(RuleTag, rule));

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private static Measurement<T> Measure<T>(RuleStatus status, T value)
        where T : struct => new(value, new KeyValuePair<string, object?>(RuleTag, status.Rule.Name));

    // Of a rule that another process runs, this one does not know how far it is.
    private static bool IsRunHere(RuleStatus status) =>
        status is { CoveredUntil: not null, Condition: not (RuleCondition.OwnedElsewhere or RuleCondition.Disabled) };

    private Counter<long> Counter(string name, string description) => _meter.CreateCounter<long>(name, null, description);
}
