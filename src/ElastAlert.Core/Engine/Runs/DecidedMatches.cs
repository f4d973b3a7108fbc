using ElastAlert.Alerting;

namespace ElastAlert.Engine.Runs;

/// <summary>Is what was decided in a run so far, group by group; it stays small, however many matches there are.</summary>
/// <param name="groups">The number of groups that the run decides.</param>
internal sealed class DecidedMatches(int groups)
{
    /// <summary>The number of decisions that a run tells.</summary>
    public const int MostDecisions = 1000;

    /// <summary>Gets the number of alerts.</summary>
    public int Alerts { get; private set; }

    /// <summary>Gets the decisions that are told, in their order.</summary>
    public IReadOnlyList<MatchDecision> Decisions { get; private set; } = [];

    /// <summary>Adds a group.</summary>
    /// <param name="group">The matches, all decided.</param>
    /// <returns>Its decisions that are told: every group has a share in them.</returns>
    public IReadOnlyList<MatchDecision> Add(MatchBatch group)
    {
        var share = Math.Max(MostDecisions / Math.Max(groups, 1), 1);
        IReadOnlyList<MatchDecision> told = [.. Foremost(group.Matches, share, static match => match.Decision!).Select(static match => match.Tell())];
        Alerts += group.Alerts.Count;
        Decisions = Foremost([.. Decisions, .. told], MostDecisions, static decision => decision);
        return told;
    }

    // Those that brought an alert say most, and after them the latest.
    private static IReadOnlyList<T> Foremost<T>(IReadOnlyList<T> items, int most, Func<T, MatchDecision> decisionOf)
    {
        if (items.Count <= most)
            return items;
        var surplus = items.Count - most;
        var surplusQuiet = Math.Min(surplus, items.Count(item => decisionOf(item).AlertId is null));
        var surplusAlerted = surplus - surplusQuiet;
        return [.. items.Where(item => decisionOf(item).AlertId is null ? surplusQuiet-- <= 0 : surplusAlerted-- <= 0)];
    }
}
