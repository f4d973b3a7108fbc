namespace ElastAlert.State.Writeback;

/// <summary>Is what a commit writes: the new manifest, and the documents that it names for the first time.</summary>
internal sealed record CommitPlan
{
    private const int LargestPiece = 3 * 1024 * 1024;

    private CommitPlan()
    {
    }

    public required Manifest Next { get; init; }

    /// <summary>Gets the parts whose documents are written.</summary>
    public required IReadOnlyList<StatePart> Parts { get; init; }

    /// <summary>Gets the alerts by the ids of their documents.</summary>
    public required IReadOnlyList<KeyValuePair<string, OutboxAlert>> Alerts { get; init; }

    /// <summary>Gets the key of the commit in the ids of its documents.</summary>
    public required string CommitKey { get; init; }

    /// <summary>Gets the ids of documents of parts that the new manifest does not name any more.</summary>
    public required IReadOnlyList<string> Dropped { get; init; }

    /// <param name="before">The manifest that the commit builds on.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="batches">The batches of earlier commits that must still be named.</param>
    public static CommitPlan Of(Manifest? before, RunCommit commit, IReadOnlyList<string> batches)
    {
        var commitKey = DocumentKey.Of(commit.CommitId);
        var ruleKey = DocumentKey.Of(commit.Rule);
        var parts = LastOfEachName(commit.Parts);
        var locations = Locate(before, parts, commitKey);
        return new CommitPlan
        {
            Next = new Manifest
            {
                Rule = commit.Rule,
                Generation = (before?.Generation ?? 0) + 1,
                CommitId = commit.CommitId,
                Lease = commit.Lease,
                Checkpoint = commit.Checkpoint,
                Parts = locations,
                Batches = commit.Alerts.Count == 0 ? batches : [.. batches, commitKey],
            },
            CommitKey = commitKey,
            Parts = [.. parts.Where(part => !part.Content.IsEmpty)],
            Alerts = [.. commit.Alerts.Select((alert, number) => KeyValuePair.Create($"{ruleKey}.{commitKey}.{number}", alert))],
            Dropped = [.. Replaced(before, parts).SelectMany(location => location.DocumentIds(ruleKey))],
        };
    }

    /// <summary>Cuts the content of a part into what its documents hold.</summary>
    public IEnumerable<(string Id, ReadOnlyMemory<byte> Content)> Pieces(StatePart part)
    {
        var rest = part.Content;
        foreach (var id in Next.Parts[part.Name].DocumentIds(Next.RuleKey))
        {
            var length = Math.Min(rest.Length, LargestPiece);
            yield return (id, rest[..length]);
            rest = rest[length..];
        }
    }

    private static List<StatePart> LastOfEachName(IReadOnlyList<StatePart> parts) =>
        [.. parts.GroupBy(part => part.Name, StringComparer.Ordinal).Select(ofName => ofName.Last())];

    private static Dictionary<string, PartLocation> Locate(Manifest? before, List<StatePart> parts, string commitKey)
    {
        var locations = before is null ? [] : before.Parts.ToDictionary(StringComparer.Ordinal);
        var number = 0;
        foreach (var part in parts)
        {
            locations.Remove(part.Name);
            if (part.Content.IsEmpty)
                continue;
            var count = (part.Content.Length + LargestPiece - 1) / LargestPiece;
            locations.Add(part.Name, new PartLocation(commitKey, number, count, part.Content.Length));
            number += count;
        }

        return locations;
    }

    private static IEnumerable<PartLocation> Replaced(Manifest? before, List<StatePart> parts) => before is null
        ? []
        : parts.Select(part => before.Parts.GetValueOrDefault(part.Name)).OfType<PartLocation>();
}
