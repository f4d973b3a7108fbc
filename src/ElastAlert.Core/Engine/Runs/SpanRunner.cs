using ElastAlert.Engine.Services;

namespace ElastAlert.Engine.Runs;

/// <summary>Runs every rule exactly once over a span (<c>--start</c>, <c>--end</c>; Q49), and delivers what comes of it.</summary>
/// <param name="services">What the rules share.</param>
internal sealed class SpanRunner(EngineServices services)
{
    /// <summary>Runs the rules.</summary>
    /// <param name="rules">The rules; all are supported.</param>
    /// <param name="start">The start of the span, or <see langword="null"/> for where a first run begins.</param>
    /// <param name="end">The end of the span.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The reports, in the order of the rules.</returns>
    public async Task<IReadOnlyList<RunReport>> RunAsync(
        IReadOnlyList<Rule> rules, DateTimeOffset? start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        using var slots = new SemaphoreSlim(Math.Max(services.Dependencies.Options.MaxThreads, 1));
        var reports = rules.Select(async rule =>
        {
            await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await RunAsync(rule, start, end, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                slots.Release();
            }
        });
        return await Task.WhenAll(reports).ConfigureAwait(false);
    }

    // What is held is sent at the end: no later run of this span will come to send it.
    private async Task<RunReport> RunAsync(Rule rule, DateTimeOffset? start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var time = services.Dependencies.Time;
        var worker = new RuleWorker(rule, services);
        await using var _ = worker.ConfigureAwait(false);
        var firing = new Firing { Start = start, End = end, IgnoresExecutionLimit = true };
        var report = await worker.FireAsync(time.GetUtcNow(), firing, cancellationToken).ConfigureAwait(false);
        await worker.SendHeldAsync(time.GetUtcNow(), sendAll: true, cancellationToken).ConfigureAwait(false);
        await worker.Delivery.DeliverDueAsync(cancellationToken).ConfigureAwait(false);
        await worker.ReleaseAsync(time.GetUtcNow()).ConfigureAwait(false);
        return report ?? new RunReport { Rule = rule.Name, StartedAt = time.GetUtcNow(), Error = worker.Status.Reason };
    }
}
