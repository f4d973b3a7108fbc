using ElastAlert.Delivery;
using ElastAlert.Diagnostics;
using ElastAlert.Scheduling;
using ElastAlert.Values;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Engine;

/// <summary>Owns one rule: its memory, its rule type, its delivery. Called by one loop at a time.</summary>
internal sealed class RuleWorker : IAsyncDisposable
{
    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(5);

    private readonly EngineServices _services;
    private readonly RuleDelivery _delivery;
    private readonly CommitEffects _effects;
    private readonly RuleCommits _commits;
    private readonly RuleLoader _loader;
    private readonly RuleRunner _runner;
    private readonly HeldRunner _held;
    private readonly RuleWarmup _warmup;
    private readonly OtherElastAlert _other;
    private readonly WindowKind _kind;
    private readonly TimeSpan _leaseTime;
    private readonly Func<DateTimeOffset, DateTimeOffset?>? _executionSchedule;
    private RuleMemory? _memory;
    private DateTimeOffset? _start;
    private DateTimeOffset? _firstFailure;
    private DateTimeOffset? _firstStart;
    private DateTimeOffset _notBefore;
    private volatile RuleStatus _status;

    /// <summary>Creates the worker of a rule.</summary>
    /// <param name="rule">The rule; it is supported.</param>
    /// <param name="services">What rules share.</param>
    public RuleWorker(Rule rule, EngineServices services)
    {
        (Rule, _services) = (rule, services);
        services.Dependencies.Catalog.TryGetRuleType(rule.Type, out var type);
        var needs = type!.Describe(rule);
        var data = services.Dependencies.Data(rule, needs);
        var partial = new PartialAnswers(services.Dependencies.Tuning.PartialAnswerPatience, services.Dependencies.Time);
        var reader = new SegmentReader(data, partial, services.Logger);
        var gate = RuleParts.Gate(rule, needs, data, services);
        var tuning = services.Dependencies.Tuning;
        _leaseTime = tuning.LeaseTimeOf(rule);
        _delivery = RuleParts.Delivery(rule, services, HoldLeaseAsync);
        _effects = new CommitEffects(rule, services, _delivery);
        _commits = new RuleCommits(
            services.Dependencies.Store, new RunCommitBuilder(tuning.DecisionRetention), new LeaseTerms(services.Owner.Name, _leaseTime), _effects);
        _loader = new RuleLoader(rule, type, services, _commits);
        _runner = new RuleRunner(reader, gate, _commits, services, _loader.StateName);
        _held = new HeldRunner(gate, _commits);
        _warmup = new RuleWarmup(data, reader, _commits);
        _other = new OtherElastAlert(rule, services.Imports ? services.Dependencies.Runs : null);
        _kind = RuleParts.Kind(rule, needs);
        _executionSchedule = RuleParts.ExecutionSchedule(rule);
        _start = tuning.Start;
        _status = new RuleStatus { Rule = rule, Condition = RuleCondition.Running };
    }

    /// <summary>Gets the rule.</summary>
    public Rule Rule { get; }

    /// <summary>Gets how the rule is doing.</summary>
    public RuleStatus Status => _status with
    {
        CoveredUntil = _effects.CoveredUntil,
        PendingAlerts = _delivery.Pending,
        DeadLetters = _delivery.DeadLetters,
    };

    /// <summary>Gets the delivery of its alerts.</summary>
    public RuleDelivery Delivery => _delivery;

    /// <summary>Gets whether the rule stays as it is until its file changes.</summary>
    public bool IsStopped => _status.Condition is RuleCondition.Failed or RuleCondition.StateUnreadable;

    /// <summary>Gets whether this process has the lease of the rule, as far as it knows.</summary>
    public bool IsOwner => _commits.HasLease;

    /// <summary>Gets how often the lease is looked at.</summary>
    public TimeSpan LeaseCheck => _leaseTime / 4 is { Ticks: >= TimeSpan.TicksPerSecond } quarter ? quarter : TimeSpan.FromSeconds(1);

    /// <summary>Gets the moment of the last run where the rule goes on from it, or <see langword="null"/>.</summary>
    public DateTimeOffset? LastRun =>
        _memory is { GoesOn: true, Checkpoint: { Open: null, End: { } end } } ? end + Rule.Schedule.QueryDelay : null;

    /// <summary>Gets the moment before which the rule need not be woken, besides its grid: a pause, or the lease of another process.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>Gets when held matches are due, or <see langword="null"/>.</summary>
    public DateTimeOffset? NextWake
    {
        get
        {
            if (_memory?.Held.NextDue is not { } due || IsStopped)
                return null;
            var next = due.AddTicks(TimeSpan.TicksPerMillisecond);
            return next > _notBefore ? next : _notBefore;
        }
    }

    /// <summary>Says when the rule runs next.</summary>
    /// <param name="next">The moment.</param>
    public void Announce(DateTimeOffset? next) => _status = _status with { NextRun = next };

    /// <summary>Reads the state of the rule, so that what it has to deliver goes out before its first run.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task LoadAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        GuardAsync(async () => await EnsureLoadedAsync(now, cancellationToken).ConfigureAwait(false), cancellationToken);

    /// <summary>Runs the rule: finishes the open run, if there is one, then runs to the end that belongs to now.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="firing">What is special about this run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The report, or <see langword="null"/> when the rule may not run.</returns>
    public async Task<RunReport?> FireAsync(DateTimeOffset now, Firing firing, CancellationToken cancellationToken)
    {
        RunReport? report = null;
        if (IsStopped)
            return null;
        using var activity = _services.Activity.StartRun(Rule.Name);
        var error = await GuardAsync(
            async () =>
            {
                if (!await EnsureLoadedAsync(now, cancellationToken).ConfigureAwait(false)
                    || !await MayRunAsync(now, firing, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }

                _services.Metrics.RunStarted(Rule.Name);
                report = await RunAsync(_memory!, now, firing, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        if (error is not null)
        {
            _firstFailure ??= now;
            _services.Metrics.RunFailed(Rule.Name);
            report = new RunReport { Rule = Rule.Name, StartedAt = now, Error = error };
        }

        if (report is not null)
            _status = _status with { LastRun = report };
        return report;
    }

    /// <summary>Sends held matches that are due.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="sendAll">Whether those that are not due go too.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The number of alerts.</returns>
    public async Task<int> SendHeldAsync(DateTimeOffset now, bool sendAll, CancellationToken cancellationToken)
    {
        // A run that failed has dropped the memory; what is held is due all the same.
        if (_memory is null && IsOwner && !IsStopped)
            await LoadAsync(now, cancellationToken).ConfigureAwait(false);
        var alerts = 0;
        if (_memory is not { } memory || memory.Held.NextDue is not { } due || !(sendAll || now > due) || IsStopped)
            return 0;
        await GuardAsync(
            async () =>
            {
                var sent = await _held.SendAsync(memory, now, sendAll, cancellationToken).ConfigureAwait(false);
                alerts = sent.Alerts;
                await ReportAsync(sent.Errors).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        if (alerts > 0)
            Log.HeldAlertsSent(_services.Logger, alerts, IsoTime.Format(now));
        return alerts;
    }

    /// <summary>Renews the lease when half of it is over. May be called while the rule runs.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RenewAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!IsStopped)
            await TryHoldAsync(() => _commits.RenewLeaseAsync(now, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Gives the lease back, so that another process need not wait for its end.</summary>
    /// <param name="now">The moment.</param>
    public async Task ReleaseAsync(DateTimeOffset now)
    {
        if (!IsStopped)
            await TryHoldAsync(() => _commits.ReleaseLeaseAsync(now)).ConfigureAwait(false);
        _memory = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _delivery.DisposeAsync().ConfigureAwait(false);
        _commits.Dispose();
    }

    private async Task<bool> HoldLeaseAsync(CancellationToken cancellationToken)
    {
        var isHeld = false;
        await TryHoldAsync(
            async () => isHeld = await _commits.HoldLeaseAsync(_services.Dependencies.Time.GetUtcNow(), cancellationToken).ConfigureAwait(false))
            .ConfigureAwait(false);
        return isHeld;
    }

    private async Task TryHoldAsync(Func<Task> step)
    {
        try
        {
            await step().ConfigureAwait(false);
        }
        catch (CommitConflictException)
        {
            // Another process runs the rule; the next step of this one finds that out and waits.
        }
        catch (Exception exception) when (exception is StoreException or StateFormatException)
        {
            // A store border: as long as the lease cannot be renewed, nothing is delivered.
            Log.StoreFailed(_services.Logger, Rule.Name, exception.Message, exception);
        }
    }

    private async Task<bool> EnsureLoadedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await _commits.RetryAsync(cancellationToken).ConfigureAwait(false);
        if (_memory is not null && _commits.IsLoaded)
            return true;
        _memory = null;
        var (memory, other) = await _loader.LoadAsync(now, cancellationToken).ConfigureAwait(false);
        if (memory is null)
        {
            WaitFor(other!);
            return false;
        }

        PausedUntil = null;
        _services.Silences.Add(memory.Silences.Silences);
        await _effects.RecordAsync(memory, cancellationToken).ConfigureAwait(false);
        _delivery.Add(await StoreBorder.CallAsync(
            token => _services.Dependencies.Outbox.LoadAsync(memory.StateName, includeDead: true, token), cancellationToken).ConfigureAwait(false));
        if (memory.Checkpoint.End is not null)
            _start = null;
        _effects.Loaded(memory.Checkpoint);
        _memory = memory;
        if (_status.Condition == RuleCondition.OwnedElsewhere)
            _status = _status with { Condition = RuleCondition.Running, Reason = null };
        return true;
    }

    private void WaitFor(RuleLease other)
    {
        if (_status.Condition != RuleCondition.OwnedElsewhere)
            Log.RuleOwnedElsewhere(_services.Logger, Rule.Name, other.Owner, other.Until);
        PausedUntil = other.Until;
        _status = _status with
        {
            Condition = RuleCondition.OwnedElsewhere,
            Reason = $"{other.Owner} runs it until {IsoTime.Format(other.Until)}; this process takes over when that lease ends.",
        };
    }

    private async Task<bool> MayRunAsync(DateTimeOffset now, Firing firing, CancellationToken cancellationToken)
    {
        if (_executionSchedule is null || firing.IgnoresExecutionLimit)
            return true;
        var decision = LimitExecutionPolicy.Decide(_executionSchedule, now);
        PausedUntil = decision.MayRun ? null : decision.WaitUntil;
        if (decision.MayRun)
            return true;
        Log.RulePaused(_services.Logger, Rule.Name, decision.WaitUntil);
        var memory = _memory!;
        if (Rule.Schedule.LimitExecutionCoverage && decision.WaitUntil is { } next && memory.Checkpoint is { Open: null, End: not null } checkpoint
            && checkpoint.End < next)
        {
            await CommitPositionAsync(memory, checkpoint with { End = next, MinimumStart = next }, now, cancellationToken).ConfigureAwait(false);
        }

        return false;
    }

    private async Task<RunReport> RunAsync(RuleMemory memory, DateTimeOffset now, Firing firing, CancellationToken cancellationToken)
    {
        await _warmup.SeedAsync(memory, now, firing.Start ?? _start, cancellationToken).ConfigureAwait(false);
        await _warmup.WarmAsync(memory, _kind, cancellationToken).ConfigureAwait(false);
        var notices = firing.Notices.ToList();
        if (await _other.LookAsync(memory.Checkpoint.End, now, cancellationToken).ConfigureAwait(false) is { } other)
            notices.Add(other);
        var isOld = memory.IsFresh && now - memory.Checkpoint.End >= Rule.Schedule.OldQueryLimit;
        if (memory.Checkpoint.Open is { } open)
            await FinishAsync(memory, open, now, isOld, cancellationToken).ConfigureAwait(false);

        var position = memory.Checkpoint.ToPosition();
        if (isOld)
        {
            notices.Add($"The last run ended at {IsoTime.Format(position.CommittedEnd!.Value)}, which is older than old_query_limit: what lies between is left out");
            position = position with { CommittedEnd = null };
        }

        if (position is { CommittedEnd: null, ResumeFrom: null })
            position = position with { ResumeFrom = _firstStart ?? MissedStart(position, now) };
        var start = firing.Start ?? _start;
        var end = firing.End ?? now - Rule.Schedule.QueryDelay;
        var plan = WindowPlanner.Plan(Rule.Schedule, _kind, position, firing.Start is null ? now : end, end, start);
        if (plan is null)
        {
            Log.WindowNotBegun(_services.Logger, Rule.Name, IsoTime.Format(position.CommittedEnd ?? position.ResumeFrom ?? end), IsoTime.Format(end));
            return new RunReport { Rule = Rule.Name, StartedAt = now };
        }

        // A first run that fails is repeated from where it began, as every other run is.
        _firstStart ??= position.CommittedEnd is null ? plan.Window.Start : null;
        memory.IsFresh = false;
        var report = await CompleteAsync(memory, new RunRequest(now, plan) { Notices = notices }, cancellationToken).ConfigureAwait(false);
        (_start, _firstStart, _firstFailure) = (null, null, null);
        return report;
    }

    // A first run that could not even begin, because the store was away, would have begun here.
    private DateTimeOffset? MissedStart(WindowPosition position, DateTimeOffset now) =>
        _executionSchedule is null && _firstFailure is { } first && now - first < Rule.Schedule.OldQueryLimit
            ? WindowPlanner.Plan(Rule.Schedule, _kind, position, first, first - Rule.Schedule.QueryDelay, explicitStart: null)?.Window.Start
            : null;

    // An open run that is too old is not asked for any more, but what it has found is decided all the same.
    private Task<RunReport> FinishAsync(RuleMemory memory, OpenRun open, DateTimeOffset now, bool isOld, CancellationToken cancellationToken)
    {
        var plan = isOld || open.IsDeciding || open.End <= open.Next ? null : WindowPlanner.Cut(Rule.Schedule, _kind, open.Next, open.End);
        plan ??= new RunPlan { Window = new TimeWindow(open.Next, open.Next), Segments = [] };
        plan = plan with { BucketOffset = memory.Checkpoint.BucketOffset };
        return CompleteAsync(memory, new RunRequest(now, plan) { Continues = open }, cancellationToken);
    }

    private async Task<RunReport> CompleteAsync(RuleMemory memory, RunRequest request, CancellationToken cancellationToken)
    {
        var (report, errors) = await _runner.RunAsync(memory, request, cancellationToken).ConfigureAwait(false);
        await ReportAsync(errors).ConfigureAwait(false);
        _services.Metrics.RunCompleted(report);
        var silenced = report.Decisions.Where(static decision => decision.Outcome == MatchOutcome.Silenced).ToList();
        _services.Metrics.Silenced(Rule.Name, silenced.Count);
        foreach (var decision in silenced)
            Log.MatchSilenced(_services.Logger, decision.SilenceKey);
        foreach (var notice in report.Notices)
            Log.RunNoticed(_services.Logger, Rule.Name, notice);
        LogRun(report);
        _status = _status with
        {
            Condition = report.Notices.Count == 0 ? RuleCondition.Running : RuleCondition.Degraded,
            Reason = report.Notices.Count == 0 ? null : string.Join("; ", report.Notices),
            LastRun = report,
        };
        return report;
    }

    private void LogRun(RunReport report)
    {
        var (from, to) = (IsoTime.Format(report.Window!.Value.Start), IsoTime.Format(report.Window.Value.End));
        Log.RuleRan(_services.Logger, Rule.Name, from, to, report.Hits, report.AlreadySeen, report.Matches, report.Alerts);
        Log.RunRange(_services.Logger, Rule.Name, report.Window.Value.Duration.TotalSeconds);
        if (report.TimeTaken > Rule.Schedule.RunEvery)
            Log.RunTookLong(_services.Logger, Rule.Name, from, to, Rule.Schedule.RunEvery);
    }

    private Task CommitPositionAsync(RuleMemory memory, Checkpoint checkpoint, DateTimeOffset now, CancellationToken cancellationToken) =>
        _commits.CommitAsync(
            memory,
            new CommitContent { CommitId = Guid.NewGuid().ToString("N"), Now = now, Checkpoint = checkpoint, Held = memory.Held },
            cancellationToken);

    private async Task ReportAsync(IReadOnlyList<Alerting.HandledError> errors)
    {
        foreach (var error in errors)
            await _services.Errors.ReportAsync(error.Message, Rule.Name, error.Exception).ConfigureAwait(false);
    }

    /// <summary>Does one step of the rule; whatever fails before its commit drops the memory, so that the last commit is what counts.</summary>
    private async Task<string?> GuardAsync(Func<Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step().ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _memory = null;
            throw;
        }
        catch (Exception exception)
        {
            // The border around a run: no rule brings down another.
            _memory = null;
            _notBefore = _services.Dependencies.Time.GetUtcNow() + StorePause;
            return await FailAsync(exception).ConfigureAwait(false);
        }
    }

    private async Task<string> FailAsync(Exception exception)
    {
        switch (exception)
        {
            case CommitConflictException:
                break;
            case StoreException:
                Log.StoreFailed(_services.Logger, Rule.Name, exception.Message, exception);
                break;
            case StateFormatException:
                Log.StateUnreadable(_services.Logger, Rule.Name, exception.Message);
                await _services.Errors.ReportAsync(exception.Message, Rule.Name, exception).ConfigureAwait(false);
                _status = _status with { Condition = RuleCondition.StateUnreadable, Reason = exception.Message };
                return exception.Message;
            case SearchException or QueryFailedException:
                var message = QueryError.Message(Rule, exception.Message);
                var failed = exception as QueryFailedException;
                await _services.Errors.ReportAsync(message, Rule.Name, failed?.InnerException ?? exception, failed?.Query ?? default).ConfigureAwait(false);
                _status = _status with { Condition = RuleCondition.Degraded, Reason = message };
                return message;
            case ElastAlertException:
                await _services.Errors.ReportAsync($"Error running rule {Rule.Name}: {exception.Message}", Rule.Name, exception).ConfigureAwait(false);
                break;
            default:
                await DisableAsync(exception).ConfigureAwait(false);
                return exception.Message;
        }

        _status = _status with { Condition = RuleCondition.Degraded, Reason = exception.Message };
        return exception.Message;
    }

    private async Task DisableAsync(Exception exception)
    {
        var isDisabled = Rule.Alerting.DisableRulesOnError;
        Log.RuleFailed(_services.Logger, Rule.Name, exception.Message, exception);
        _status = _status with
        {
            Condition = isDisabled ? RuleCondition.Failed : RuleCondition.Degraded,
            Reason = $"Uncaught exception: {exception.Message}",
        };
        await _services.Errors.ReportFailureAsync(Rule, isDisabled, exception).ConfigureAwait(false);
    }
}
