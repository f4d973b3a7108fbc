using System.Globalization;
using ElastAlert.Alerting;
using ElastAlert.Engine.Runs;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Engine.Runs;

public sealed class DecidedMatchesTests
{
    [Fact]
    public void Add_FewMatches_TellsAllInTheirOrder()
    {
        var decided = new DecidedMatches(groups: 1);

        var told = decided.Add(Group(0, 5, static number => number == 2));

        Documents(told).Should().Equal("idx/0", "idx/1", "idx/2", "idx/3", "idx/4");
        decided.Decisions.Should().Equal(told);
        decided.Alerts.Should().Be(1);
    }

    [Fact]
    public void Add_ManyMatches_TellsThoseThatBroughtAnAlertThenTheLatest()
    {
        var decided = new DecidedMatches(groups: 200);

        var told = decided.Add(Group(0, 50, static number => number is 3 or 20));

        Documents(told).Should().Equal("idx/3", "idx/20", "idx/47", "idx/48", "idx/49");
    }

    [Fact]
    public void Add_OnlyAlertsAndTooMany_TellsTheLatest()
    {
        var decided = new DecidedMatches(groups: 500);

        Documents(decided.Add(Group(0, 10, static _ => true))).Should().Equal("idx/8", "idx/9");
        decided.Alerts.Should().Be(10);
    }

    [Fact]
    public void Add_MoreGroupsThanDecisions_TellsOneOfEachAndKeepsABoundedNumber()
    {
        var decided = new DecidedMatches(groups: 3000);

        for (var group = 0; group < 3000; group++)
            decided.Add(Group(10 * group, 10, number => number == 0)).Should().ContainSingle();

        decided.Decisions.Should().HaveCount(DecidedMatches.MostDecisions);
        decided.Decisions[0].AlertId.Should().Be("0", "it brought the only alert");
        decided.Decisions[^1].DocumentId.Should().Be("idx/29999");
        decided.Alerts.Should().Be(1);
    }

    private static IEnumerable<string?> Documents(IEnumerable<MatchDecision> decisions) => decisions.Select(static decision => decision.DocumentId);

    private static MatchBatch Group(int first, int count, Func<int, bool> isAlerted)
    {
        var numbers = Enumerable.Range(first, count).ToList();
        return new MatchBatch
        {
            Rule = Some.Rule(),
            Now = Some.Moment,
            AlertTime = Some.Moment,
            AlertIdPrefix = "",
            Matches = [.. numbers.Select(number => Match(number, isAlerted(number)))],
            Alerts = [.. numbers.Where(isAlerted).Select(static number => Alert(number))],
        };
    }

    private static GatedMatch Match(int number, bool isAlerted) =>
        new GatedMatch(Some.Match($$"""{"_id": "{{number}}", "_index": "idx"}"""), "rule") { Alert = number }.Decide(
            isAlerted ? MatchOutcome.Delivered : MatchOutcome.Silenced, Some.Moment, alertId: isAlerted ? Text(number) : null);

    private static OutboxAlert Alert(int number) => new()
    {
        Id = Text(number),
        Rule = "rule",
        DedupKey = "rule",
        AlertTime = Some.Moment,
        CreatedAt = Some.Moment,
        Ordinal = 0,
        Matches = default,
        Entries = [],
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
