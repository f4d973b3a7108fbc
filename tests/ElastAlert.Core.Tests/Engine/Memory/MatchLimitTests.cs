using ElastAlert.Engine.Memory;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Engine.Memory;

public sealed class MatchLimitTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public void Group_ManySmallItems_EndsAGroupAtTheNumberOfMatches() =>
        Group(Enumerable.Repeat((700L, 10L), 7)).Should().Equal(3, 3, 1);

    [Fact]
    public void Group_LargeItems_EndsAGroupAtTheSize() =>
        Group([(1, Megabyte), (1, 10), (1, Megabyte - 11), (1, 5), (1, 3 * Megabyte), (1, 1)]).Should().Equal(1, 3, 1, 1);

    [Fact]
    public void Group_LittleOrNothing_IsOneGroupOrNone()
    {
        Group([(5, 5), (0, 0)]).Should().Equal(2);
        Group([]).Should().BeEmpty();
    }

    [Fact]
    public void Take_ManyMatches_ComeInGroupsAndAreGone()
    {
        var waiting = new WaitingMatches();
        waiting.Add([.. Enumerable.Range(0, 4500).Select(static _ => Some.Match("""{"a": 1}"""))]);
        waiting.IsFull.Should().BeTrue();

        var groups = waiting.Take();

        groups.Select(static group => group.Count).Should().Equal(2000, 2000, 500);
        (waiting.Count, waiting.Bytes, waiting.IsFull).Should().Be((0, 0, false));
    }

    private static IEnumerable<int> Group(IEnumerable<(long Matches, long Bytes)> items) =>
        MatchLimit.OfGroup.Group(items, static item => item).Select(static group => group.Count);
}
