using ElastAlert.Search.Http;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Search.Http;

public sealed class NodePoolTests
{
    private static readonly Uri A = new("http://a");
    private static readonly Uri B = new("http://b");

    private readonly TestClock _clock = new();

    [Fact]
    public void Next_HealthyNodes_TakeTurns()
    {
        var pool = new NodePool([A, B], _clock);

        Enumerable.Range(0, 4).Select(_ => pool.Next()).Should().Equal(A, B, A, B);
    }

    [Fact]
    public void Next_FailedNode_IsLeftOutForAWhile()
    {
        var pool = new NodePool([A, B], _clock);
        pool.Failed(A);

        new[] { pool.Next(), pool.Next() }.Should().Equal(B, B);
        _clock.Advance(TimeSpan.FromSeconds(1));
        new[] { pool.Next(), pool.Next() }.Should().BeEquivalentTo([A, B]);
    }

    [Fact]
    public void Next_NodeFailsAgainAndAgain_PausesLongerUpToHalfAMinute()
    {
        var pool = new NodePool([A, B], _clock);
        for (var at = 0; at < 20; at++)
            pool.Failed(A);

        _clock.Advance(TimeSpan.FromSeconds(29));
        new[] { pool.Next(), pool.Next() }.Should().NotContain(A);
        _clock.Advance(TimeSpan.FromSeconds(1));
        new[] { pool.Next(), pool.Next() }.Should().Contain(A);
    }

    [Fact]
    public void Next_AllNodesFailed_TakesTheOneThatIsDueFirst()
    {
        var pool = new NodePool([A, B], _clock);
        pool.Failed(A);
        pool.Failed(A);
        pool.Failed(B);

        pool.Next().Should().Be(B);
    }

    [Fact]
    public void Succeeded_FailedNode_IsHealthyAgain()
    {
        var pool = new NodePool([A, B], _clock);
        pool.Failed(A);

        pool.Succeeded(A);

        new[] { pool.Next(), pool.Next() }.Should().Contain(A);
    }
}
