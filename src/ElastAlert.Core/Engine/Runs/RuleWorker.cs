using ElastAlert.Delivery;
using ElastAlert.Diagnostics;
using ElastAlert.Engine.Commits;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Reading;
using ElastAlert.Engine.Rules;
using ElastAlert.Engine.Services;
using ElastAlert.Values;

namespace ElastAlert.Engine.Runs;

/// <summary>Owns one rule: its memory, its rule type, its delivery. Called by one loop at a time.</summary>
internal sealed class RuleWorker : IAsyncDisposable
{
    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(5);

    private readonly EngineServices _services;
    private readonly TimeSpan _leaseTime;
    private readonly RuleHealth _health;
    private readonly RuleFailures _failures;
    private readonly RecordWriter _records;
    private readonly RuleOwnership _ownership;
    private readonly ExecutionLimit _limit;
    private readonly FiringRunner _firings;
    private readonly HeldRunner _held;
    private DateTimeOffset _notBefore;

    /// <summary>Creates the worker of a rule.</summary>
    /// <param name="rule">The rule; it is supported.</param>
    /// <param name="services">What rules share.</param>
    public RuleWorker(Rule rule, EngineServices services)
    {
        (Rule, _services) = (rule, services);
        var dependencies = services.Dependencies;
        dependencies.Catalog.TryGetRuleType(rule.Type, out var type);
        var needs = type!.Describe(rule);
        var data = dependencies.Data(rule, needs);
        var gate = RuleParts.Gate(rule, needs, data, services);
        services.Silences.Consider(rule.Alerting);
        _leaseTime = dependencies.Tuning.LeaseTimeOf(rule);
        _health = new RuleHealth(rule);
        _failures = new RuleFailures(rule, services, _health);
        _records = new RecordWriter(dependencies.History, services.Logger);
        Delivery = RuleParts.Delivery(rule, services, HoldLeaseAsync);
        var commits = new RuleCommits(
            dependencies.Store,
            new RunCommitBuilder(dependencies.Tuning.DecisionRetention),
            new LeaseTerms(services.Owner.Name, _leaseTime),
            new CommitEffects(rule, services, _health, Delivery, _records));
        var loader = new RuleLoader(rule, type, services, commits);
        _ownership = new RuleOwnership(rule, loader, commits, services, _health, BeginAsync);
        _limit = new ExecutionLimit(rule, commits, services, _health);
        _held = new HeldRunner(gate, commits);

        var partial = new PartialAnswers(dependencies.Tuning.PartialAnswerPatience, dependencies.Time);
        var reader = new SegmentReader(data, partial, services.Logger);
        var decider = new RunDecider(gate, commits, new WaitingReader(dependencies.Store, loader.StateName), services);
        var runner = new RuleRunner(reader, decider, commits, dependencies.Time);
        var warmup = new RuleWarmup(data, reader, commits);
        _firings = new FiringRunner(RuleParts.Kind(rule, needs), warmup, runner, new RunAnnouncer(services, _health), services)
        {
            Other = new OtherElastAlert(rule, services.Imports ? dependencies.Runs : null),
        };
    }

    /// <summary>Gets the rule.</summary>
    public Rule Rule { get; }

    /// <summary>Gets how the rule is doing.</summary>
    public RuleStatus Status => _health.Status with { PendingAlerts = Delivery.Pending, DeadLetters = Delivery.DeadLetters };

    /// <summary>Gets the delivery of its alerts.</summary>
    public RuleDelivery Delivery { get; }

    /// <summary>Gets whether this process has the lease of the rule, as far as it knows.</summary>
    public bool IsOwner => _ownership.HasLease;

    /// <summary>Gets how often the lease is looked at.</summary>
    public TimeSpan LeaseCheck => _leaseTime / 4 is { Ticks: >= TimeSpan.TicksPerSecond } quarter ? quarter : TimeSpan.FromSeconds(1);

    /// <summary>Gets the moment of the last run where the rule goes on from it, or <see langword="null"/>.</summary>
    public DateTimeOffset? LastRun =>
        _ownership.Memory is { GoesOn: true, Checkpoint: { Open: null, End: { } end } } ? end + Rule.Schedule.QueryDelay : null;

    /// <summary>Gets the moment before which the rule need not be woken, besides its grid: a pause, or the lease of another process.</summary>
    public DateTimeOffset? PausedUntil => _health.PausedUntil;

    /// <summary>Gets when held matches are due, or <see langword="null"/>.</summary>
    public DateTimeOffset? NextWake
    {
        get
        {
            if (_ownership.Memory?.Held.NextDue is not { } due || _health.IsStopped)
                return null;
            var next = due.AddTicks(TimeSpan.TicksPerMillisecond);
            return next > _notBefore ? next : _notBefore;
        }
    }

    /// <summary>Says when the rule runs next.</summary>
    /// <param name="next">The moment.</param>
    public void Announce(DateTimeOffset? next) => _health.Announce(next);

    /// <summary>Reads the state of the rule, so that what it has to deliver goes out before its first run.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task LoadAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        GuardAsync(() => _ownership.LoadAsync(now, cancellationToken), cancellationToken);

    /// <summary>Runs the rule: finishes the open run, if there is one, then runs to the end that belongs to now.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="firing">What is special about this run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The report, or <see langword="null"/> when the rule may not run.</returns>
    public async Task<RunReport?> FireAsync(DateTimeOffset now, Firing firing, CancellationToken cancellationToken)
    {
        RunReport? report = null;
        if (_health.IsStopped)
            return null;
        using var activity = _services.Activity.StartRun(Rule.Name);
        var error = await GuardAsync(
            async () => report = await RunAsync(now, firing, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (error is not null)
        {
            _firings.Fail(now);
            _services.Metrics.RunFailed(Rule.Name);
            report = new RunReport { Rule = Rule.Name, StartedAt = now, Error = error };
        }

        if (report is not null)
            _health.Tell(report);
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
        if (_ownership.Memory is null && IsOwner && !_health.IsStopped)
            await LoadAsync(now, cancellationToken).ConfigureAwait(false);
        var alerts = 0;
        if (_ownership.Memory is not { } memory || memory.Held.NextDue is not { } due || !(sendAll || now > due) || _health.IsStopped)
            return 0;
        await GuardAsync(
            async () =>
            {
                var sent = await _held.SendAsync(memory, now, sendAll, cancellationToken).ConfigureAwait(false);
                alerts = sent.Alerts;
                foreach (var error in sent.Errors)
                    await _services.Errors.ReportAsync(error.Message, Rule.Name, error.Exception).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        if (alerts > 0)
            Log.HeldAlertsSent(_services.Logger, alerts, IsoTime.Format(now));
        return alerts;
    }

    /// <summary>Renews the lease when half of it is over. May be called while the rule runs.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task RenewAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        _health.IsStopped ? Task.CompletedTask : _ownership.RenewAsync(now, cancellationToken);

    /// <summary>Gives the lease back, so that another process need not wait for its end.</summary>
    /// <param name="now">The moment.</param>
    public Task ReleaseAsync(DateTimeOffset now)
    {
        if (!_health.IsStopped)
            return _ownership.ReleaseAsync(now);
        _ownership.Drop();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Delivery.DisposeAsync().ConfigureAwait(false);
        _ownership.Dispose();
    }

    private Task<bool> HoldLeaseAsync(CancellationToken cancellationToken) =>
        _ownership.HoldAsync(_services.Dependencies.Time.GetUtcNow(), cancellationToken);

    private async Task<RunReport?> RunAsync(DateTimeOffset now, Firing firing, CancellationToken cancellationToken)
    {
        if (await _ownership.LoadAsync(now, cancellationToken).ConfigureAwait(false) is not { } memory
            || !(firing.IgnoresExecutionLimit || await _limit.AllowsAsync(memory, now, cancellationToken).ConfigureAwait(false)))
        {
            return null;
        }

        _services.Metrics.RunStarted(Rule.Name);
        return await _firings.RunAsync(memory, now, firing, cancellationToken).ConfigureAwait(false);
    }

    // What the last commit left to be done comes before anything new.
    private async Task BeginAsync(RuleMemory memory, CancellationToken cancellationToken)
    {
        _services.Silences.Add(memory.Silences.Silences);
        await _records.WriteAsync(memory, cancellationToken).ConfigureAwait(false);
        Delivery.Add(await StoreBorder.CallAsync(
            token => Delivery.PrepareAsync(_services.Dependencies.Outbox.ReadAsync(memory.StateName, includeDead: true, token), token), cancellationToken)
            .ConfigureAwait(false));
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
            _ownership.Drop();
            throw;
        }
        catch (Exception exception)
        {
            // The border around a run: no rule brings down another.
            _ownership.Drop();
            _notBefore = _services.Dependencies.Time.GetUtcNow() + StorePause;
            return await _failures.HandleAsync(exception).ConfigureAwait(false);
        }
    }
}
