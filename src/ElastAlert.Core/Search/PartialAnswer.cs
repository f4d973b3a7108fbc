namespace ElastAlert.Search;

/// <summary>Says why an answer is not complete: time ran out, shards failed, or a cluster is missing.</summary>
/// <param name="Reasons">What is missing, for people; at least one.</param>
internal sealed record PartialAnswer(IReadOnlyList<string> Reasons)
{
    /// <summary>Returns the reasons in one line.</summary>
    public override string ToString() => string.Join("; ", Reasons);

    /// <summary>Joins what two answers lack.</summary>
    public static PartialAnswer? Join(PartialAnswer? first, PartialAnswer? second)
    {
        if (first is null || second is null)
            return first ?? second;
        return new PartialAnswer([.. first.Reasons.Union(second.Reasons)]);
    }
}
