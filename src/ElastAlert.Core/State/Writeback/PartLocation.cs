using System.Globalization;

namespace ElastAlert.State.Writeback;

/// <summary>Says in which documents a part stands.</summary>
/// <param name="Commit">The key of the commit that wrote them.</param>
/// <param name="First">The number of the first document among those of the commit.</param>
/// <param name="Count">How many documents there are; a large part has several.</param>
/// <param name="Length">The length of the content.</param>
internal sealed record PartLocation(string Commit, int First, int Count, int Length)
{
    public IEnumerable<string> DocumentIds(string ruleKey) =>
        Enumerable.Range(First, Count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{ruleKey}.{Commit}.{number}"));
}
