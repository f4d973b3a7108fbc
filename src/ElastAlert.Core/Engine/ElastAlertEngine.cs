using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ElastAlert.Delivery;
using ElastAlert.Diagnostics;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Rules;
using ElastAlert.Engine.Runs;
using ElastAlert.Engine.Services;
using ElastAlert.Values;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Engine;

/// <summary>Runs the rules: one loop each, a bounded number at a time, loaded again when their files change.</summary>
internal sealed class ElastAlertEngine : IElastAlertEngine, IAsyncDisposable
{
    private static readonly TimeSpan SpanPatience = TimeSpan.FromMinutes(10);

    private readonly EngineDependencies _dependencies;
    private readonly EngineServicesFactory _factory;
    private readonly EngineServices _live;
    private readonly EngineMetrics _metrics;
    private readonly EngineActivity _activity;
    private readonly ILogger _logger;
    private readonly DeadLetters _deadLetters;
    private readonly SemaphoreSlim _slots;
    private readonly SemaphoreSlim _reloading = new(1, 1);
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, RuleLoop> _loops = new(StringComparer.Ordinal);
    private volatile IReadOnlyList<RuleStatus> _idle = [];
    private volatile IReadOnlyList<RuleProblem> _problems = [];
    private HashSet<string> _reported = new(StringComparer.Ordinal);
    private Task _reloads = Task.CompletedTask;
    private int _disposed;

    /// <summary>Creates an engine; nothing runs yet.</summary>
    /// <param name="dependencies">What it is put together from.</param>
    public ElastAlertEngine(EngineDependencies dependencies)
    {
        _dependencies = dependencies;
        _metrics = new EngineMetrics(dependencies.Meters, dependencies.Name);
        _activity = new EngineActivity(dependencies.Name);
        _factory = new EngineServicesFactory(dependencies, _metrics, _activity);
        _live = _factory.Live();
        _logger = _live.Logger;
        _deadLetters = new DeadLetters(_live.Dependencies.Outbox, dependencies.Time, RefreshOutboxAsync);
        _metrics.Observe(() => Rules, dependencies.Time);
        _slots = new SemaphoreSlim(Math.Max(dependencies.Options.MaxThreads, 1));
    }

    /// <inheritdoc/>
    public string Name => _dependencies.Name;

    /// <inheritdoc/>
    public IReadOnlyList<RuleStatus> Rules =>
        [.. _loops.Values.Select(static loop => loop.Worker.Status).Concat(_idle).OrderBy(static status => status.Rule.Name, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public IReadOnlyList<RuleProblem> Problems => _problems;

    /// <inheritdoc/>
    public IDeadLetters DeadLetters => _deadLetters;

    /// <summary>Loads the rules and starts them.</summary>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="RuleLoadException">A rule cannot be loaded, and <c>skip_invalid</c> is not set.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Log.EngineStarted(_logger);
        var rules = await LoadAsync(cancellationToken).ConfigureAwait(false);
        await ApplyAsync(rules).ConfigureAwait(false);
        Log.RulesLoaded(_logger, _loops.Count);
        _reloads = Task.Run(() => CheckRegularlyAsync(_stop.Token), CancellationToken.None);
    }

    /// <summary>Stops all rules.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _reloads.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_loops.Keys.ToList().Select(StopAsync)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<RunReport> RunAsync(string rule, CancellationToken cancellationToken)
    {
        var loop = Find(rule);
        return await loop.RunNowAsync(cancellationToken).ConfigureAwait(false)
            ?? new RunReport { Rule = rule, StartedAt = _dependencies.Time.GetUtcNow(), Error = loop.Worker.Status.Reason ?? "The rule may not run now." };
    }

    /// <inheritdoc/>
    public async Task<Silence> SilenceAsync(string rule, TimeSpan duration, string? queryKeyValue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var known = Rules.FirstOrDefault(status => status.Rule.Name == rule)?.Rule
            ?? (await _dependencies.Rules.LoadAsync(cancellationToken).ConfigureAwait(false)).Rules.FirstOrDefault(item => item.Name == rule)
            ?? throw Unknown(rule);
        var key = queryKeyValue is null ? Alerting.SilenceKey.OfRule(rule) : Alerting.SilenceKey.OfValue(known, queryKeyValue);
        var now = _dependencies.Time.GetUtcNow();
        var silence = new Silence(key, now + duration);
        _live.Silences.Add([silence]);
        if (_live.Dependencies.History is { } history)
            await history.WriteAsync([RunRecords.Silence(Guid.NewGuid().ToString("N"), silence, now)], cancellationToken).ConfigureAwait(false);
        return silence;
    }

    /// <inheritdoc/>
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await _reloading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var rules = await _dependencies.Rules.LoadAsync(cancellationToken).ConfigureAwait(false);
            _problems = rules.Problems;
            await ReportProblemsAsync(rules.Problems).ConfigureAwait(false);
            await ApplyAsync(rules).ConfigureAwait(false);
        }
        finally
        {
            _reloading.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RunReport>> RunSpanAsync(DateTimeOffset? start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        Log.EngineStarted(_logger);
        var services = _factory.Span();
        var rules = await LoadAsync(cancellationToken).ConfigureAwait(false);
        var runnable = rules.Rules.Where(IsRunnable).OrderBy(static rule => rule.Name, StringComparer.Ordinal).ToList();
        Log.RulesLoaded(_logger, runnable.Count);
        return await new SpanRunner(services).RunAsync(runnable, start, end, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReplayedDelivery> ReplayAsync(
        DateTimeOffset start, DateTimeOffset end, bool deliver, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rules = await LoadAsync(cancellationToken).ConfigureAwait(false);
        var runnable = rules.Rules.Where(IsRunnable).OrderBy(static rule => rule.Name, StringComparer.Ordinal).ToList();
        var replay = new ReplayRunner(_factory, runnable, start, deliver);
        await using var _ = replay.ConfigureAwait(false);
        foreach (var moment in ReplayRunner.Moments(start, end, _dependencies.Options.RunEvery))
        {
            foreach (var delivery in await replay.StepAsync(moment, cancellationToken).ConfigureAwait(false))
                yield return delivery;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MatchDecision>> WhyAsync(string rule, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var state = await _dependencies.Store.LoadAsync(rule, cancellationToken).ConfigureAwait(false);
        var decisions = DecisionLog.Read(state?.Parts ?? []);
        if (at is not { } moment)
            return decisions;
        var reach = Rules.FirstOrDefault(status => status.Rule.Name == rule)?.Rule.Schedule.RunEvery ?? _dependencies.Options.RunEvery;
        return [.. decisions.Where(decision => (decision.MatchTime - moment).Duration() <= reach || (decision.DecidedAt - moment).Duration() <= reach)];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A container disposes what it handed out under each of the names it is known by.
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await StopAsync().ConfigureAwait(false);
        _metrics.Dispose();
        _activity.Dispose();
        _slots.Dispose();
        _reloading.Dispose();
        _refreshing.Dispose();
        _stop.Dispose();
    }

    private static ArgumentException Unknown(string rule) => new($"There is no rule '{rule}'.", nameof(rule));

    private RuleLoop Find(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return _loops.TryGetValue(rule, out var loop) ? loop : throw Unknown(rule);
    }

    private bool IsRunnable(Rule rule) => rule.IsEnabled && RuleParts.WhyNotSupported(rule, _dependencies.Catalog) is null;

    private async Task<RuleSet> LoadAsync(CancellationToken cancellationToken)
    {
        var rules = await _dependencies.Rules.LoadAsync(cancellationToken).ConfigureAwait(false);
        _problems = rules.Problems;
        var errors = rules.Problems.Where(static problem => problem.Severity == RuleProblemSeverity.Error).ToList();
        if (errors.Count > 0 && !_dependencies.Options.SkipInvalid)
            throw new RuleLoadException(errors);
        LogProblems(rules.Problems);
        _reported = [.. rules.Problems.Select(static problem => problem.ToString())];
        return rules;
    }

    private async Task CheckRegularlyAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_dependencies.Options.RunEvery, _dependencies.Time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await RefreshOutboxAsync(cancellationToken).ConfigureAwait(false);
                if (_dependencies.Tuning.PinRules)
                    continue;
                await ReloadAsync(cancellationToken).ConfigureAwait(false);
                Log.ReloadChecked(_logger, IsoTime.Format(_dependencies.Time.GetUtcNow()));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The border to a rule source and a store: while one fails, the rules that run stay as they are.
                Log.ReloadFailed(_logger, exception.Message, exception);
            }
        }
    }

    private async Task RefreshOutboxAsync(CancellationToken cancellationToken)
    {
        await _refreshing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await ReadOutboxAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _refreshing.Release();
        }
    }

    // Somebody may have let a dead letter be tried again, and a span by hand may have ended before its alerts got out.
    private async Task ReadOutboxAsync(CancellationToken cancellationToken)
    {
        if (_loops.IsEmpty)
            return;
        foreach (var loop in _loops.Values)
            loop.Worker.Delivery.BeginRefresh();
        var found = new Dictionary<RuleDelivery, List<AlertDelivery>>();
        await foreach (var alert in _live.Dependencies.Outbox.ReadAsync(null, includeDead: false, cancellationToken).ConfigureAwait(false))
        {
            if (DeliveryOf(alert) is not { } delivery || delivery.Prepare(alert) is not { } prepared)
                continue;
            if (!found.TryGetValue(delivery, out var ofRule))
                found.Add(delivery, ofRule = []);
            ofRule.Add(prepared);
        }

        foreach (var (delivery, ofRule) in found)
            delivery.Add(ofRule);
    }

    private RuleDelivery? DeliveryOf(OutboxAlert alert)
    {
        var rule = EngineServicesFactory.RuleOfState(alert.Rule);
        return _loops.TryGetValue(rule, out var loop) && loop.Worker.IsOwner
            && (rule == alert.Rule || _dependencies.Time.GetUtcNow() - alert.CreatedAt > SpanPatience)
            ? loop.Worker.Delivery
            : null;
    }

    private async Task ApplyAsync(RuleSet rules)
    {
        var change = RuleSetComparison.Compare([.. _loops.Values.Select(static loop => loop.Worker.Rule)], rules);
        await Task.WhenAll(change.Stop.Select(StopAsync)).ConfigureAwait(false);
        var idle = change.Disabled.Select(static rule => new RuleStatus { Rule = rule, Condition = RuleCondition.Disabled }).ToList();
        foreach (var rule in change.Start)
        {
            if (RuleParts.WhyNotSupported(rule, _dependencies.Catalog) is { } reason)
                idle.Add(new RuleStatus { Rule = rule, Condition = RuleCondition.NotSupported, Reason = reason });
            else
                Start(rule, idle);
        }

        if (change.Disabled.Count > 0 && _dependencies.Options.ShowDisabledRules)
            Log.RulesDisabled(_logger, string.Join(", ", change.Disabled.Select(static rule => rule.Name)));
        _idle = idle;
    }

    private void Start(Rule rule, List<RuleStatus> idle)
    {
        try
        {
            var loop = new RuleLoop(new RuleWorker(rule, _live), _slots, _dependencies);
            _loops[rule.Name] = loop;
            loop.Start();
            Log.RuleChanged(_logger, rule.Name, "started");
        }
        catch (Exception exception)
        {
            // The border to plug-ins: one that cannot be made stops its rule and no other.
            Log.RuleFailed(_logger, rule.Name, exception.Message, exception);
            idle.Add(new RuleStatus { Rule = rule, Condition = RuleCondition.Failed, Reason = exception.Message });
        }
    }

    private async Task StopAsync(string rule)
    {
        if (!_loops.TryRemove(rule, out var loop))
            return;
        await loop.StopAsync().ConfigureAwait(false);
        await loop.DisposeAsync().ConfigureAwait(false);
        Log.RuleChanged(_logger, rule, "stopped");
    }

    // A problem that stays is said once, not at every check.
    private async Task ReportProblemsAsync(IReadOnlyList<RuleProblem> problems)
    {
        var fresh = problems.Where(problem => !_reported.Contains(problem.ToString())).ToList();
        LogProblems(fresh);
        foreach (var problem in fresh.Where(static problem => problem.Severity == RuleProblemSeverity.Error))
            await _live.Errors.ReportAsync($"Could not load rule {problem.Location.File}: {problem}", problem.Rule, null).ConfigureAwait(false);
        _reported = [.. problems.Select(static problem => problem.ToString())];
    }

    private void LogProblems(IReadOnlyList<RuleProblem> problems)
    {
        foreach (var problem in problems)
        {
            if (problem.Severity == RuleProblemSeverity.Error)
                Log.RuleErrorFound(_logger, problem);
            else
                Log.RuleProblemFound(_logger, problem);
        }
    }
}
