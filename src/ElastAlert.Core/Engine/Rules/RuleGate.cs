using ElastAlert.Alerting;
using ElastAlert.Alerting.Stages;
using ElastAlert.Scheduling.Cron;

namespace ElastAlert.Engine.Rules;

/// <summary>Is the way of a rule's matches to its alerts: one list of stages for a run, one for an aggregate that is due.</summary>
internal sealed class RuleGate
{
    private readonly Rule _rule;
    private readonly ISilenceSource? _silences;
    private readonly EnhancementStage _enhancements;
    private readonly IReadOnlyList<IGateStage> _additions;
    private readonly RenderStage _render;
    private readonly Func<DateTimeOffset, DateTimeOffset?>? _schedule;

    /// <summary>Creates the gate of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="needs">What its rule type says about silence keys and top counts.</param>
    /// <param name="services">What the stages work with.</param>
    public RuleGate(Rule rule, RuleTypeNeeds needs, GateServices services)
    {
        _rule = rule;
        _silences = services.Silences;
        _enhancements = new EnhancementStage(services.Enhancements);
        _additions = [new TopCountStage(services.TopCounts), new DiscoverLinkStage(services.Links), new RuleParameterStage()];
        Keys = new SilenceKey(rule, needs.SilenceKeyMember);
        _render = new RenderStage(services.Texts, Keys);
        if (rule.Alerting.Aggregation?.Schedule is { } schedule && CronExpression.TryParse(schedule, out var cron, out _))
            _schedule = cron.Next;
    }

    /// <summary>Gets the silence keys of the rule.</summary>
    public SilenceKey Keys { get; }

    /// <summary>Gets whether the matches of the rule are held.</summary>
    public bool Holds => _rule.Alerting.Aggregation is { } aggregation && (aggregation.Duration > TimeSpan.Zero || aggregation.Schedule is not null);

    /// <summary>Decides the matches of a run.</summary>
    /// <param name="batch">The matches.</param>
    /// <param name="silences">The silences.</param>
    /// <param name="held">The aggregates so far.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The matches, all decided, and the aggregates.</returns>
    public async Task<(MatchBatch Batch, HeldAggregates Held)> DecideAsync(
        MatchBatch batch, SilenceBook silences, HeldAggregates held, CancellationToken cancellationToken)
    {
        var hold = Holds ? new HoldStage(_rule.Alerting.Aggregation!, _schedule, held) : null;
        var stages = new List<IGateStage> { new SilenceStage(silences, _silences) };
        if (_rule.Alerting.RunEnhancementsFirst)
            stages.Add(_enhancements);
        if (hold is not null)
            stages.Add(hold);
        stages.AddRange(Preparation(isEnhanced: _rule.Alerting.RunEnhancementsFirst));
        return (await PassAsync(stages, batch, cancellationToken).ConfigureAwait(false), hold?.Held ?? held);
    }

    /// <summary>Prepares the alert of an aggregate that is due.</summary>
    /// <param name="batch">Its matches.</param>
    /// <param name="isEnhanced">Whether they were enhanced already.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<MatchBatch> PrepareAsync(MatchBatch batch, bool isEnhanced, CancellationToken cancellationToken) =>
        PassAsync(Preparation(isEnhanced || _rule.Alerting.RunEnhancementsFirst), batch, cancellationToken);

    private static async Task<MatchBatch> PassAsync(IEnumerable<IGateStage> stages, MatchBatch batch, CancellationToken cancellationToken)
    {
        foreach (var stage in stages)
        {
            if (!batch.IsOpen)
                break;
            batch = await stage.ProcessAsync(batch, cancellationToken).ConfigureAwait(false);
        }

        return batch;
    }

    private List<IGateStage> Preparation(bool isEnhanced)
    {
        var stages = new List<IGateStage>(_additions);
        if (!isEnhanced)
            stages.Add(_enhancements);
        stages.Add(_render);
        return stages;
    }
}
