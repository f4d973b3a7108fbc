namespace ElastAlert.Core.Tests.RuleTypes.Spike;

public sealed class SpikeRuleTypeTests
{
    [Fact]
    public void Evaluate_LateDocumentOlderThanTheCurrentWindow_CountsInTheReference()
    {
        var rule = new RuleTypeSubject("spike", """{ "spike_height": 2, "spike_type": "up", "timeframe": { "seconds": 10 }, "threshold_ref": 2 }""");
        rule.Feed("0 a", "21 b", "22 c").Should().BeEmpty();

        // Of the reference window, 0 leaves when 10 comes; 10 and 12 then stand against the four of the current one.
        rule.Feed("10 late", "12 later", "23 d").Should().BeEmpty();

        rule.Feed("24 e").Should().Equal("b");
    }

    [Fact]
    public void Evaluate_LateDocumentWithinTheCurrentWindow_IsItsOldest()
    {
        var rule = new RuleTypeSubject("spike", """{ "spike_height": 3, "spike_type": "up", "timeframe": { "seconds": 10 }, "threshold_ref": 1 }""");
        rule.Feed("0 a", "20 b", "21 c");

        rule.Feed("12.5 late", "22 d").Should().Equal("late");
    }

    [Fact]
    public void Evaluate_LateDocument_IsTooOldToEndTheFirstTwoTimeframes()
    {
        var rule = new RuleTypeSubject("spike", """{ "spike_height": 1, "spike_type": "up", "timeframe": { "seconds": 10 } }""");
        rule.Feed("0 a", "15 b").Should().BeEmpty();

        rule.Feed("14 late").Should().BeEmpty();
        rule.Feed("20 c").Should().Equal("late");
    }

    [Fact]
    public void Evaluate_Ties_LeaveTheCurrentWindowTogether()
    {
        var rule = new RuleTypeSubject("spike", """{ "spike_height": 1.5, "spike_type": "down", "timeframe": { "seconds": 10 }, "threshold_ref": 3 }""");
        rule.Feed("0 x", "12 a", "12 b", "12 c").Should().BeEmpty();

        rule.Feed("21.999999 d").Should().BeEmpty("the three are still in the current window");
        rule.Feed("22 e").Should().Equal("d");
    }

    [Fact]
    public void Evaluate_WindowsOfOneEvent_AreCompared()
    {
        var rule = new RuleTypeSubject("spike", """{ "spike_height": 1, "spike_type": "both", "timeframe": { "seconds": 10 }, "threshold_ref": 1, "threshold_cur": 1 }""");

        rule.Feed("0 a", "19.999999 b").Should().BeEmpty();
        rule.Feed("30 c").Should().Equal("c");
    }

    [Fact]
    public void Evaluate_KeyWithoutEvents_RestsAndComesBackWithItsBaseline()
    {
        // SPK-4: the windows are dropped, the moment of the first event stays.
        var rule = new RuleTypeSubject("spike", """{ "spike_height": 2, "spike_type": "up", "timeframe": { "seconds": 10 }, "threshold_cur": 1, "query_key": "k" }""");
        rule.Feed("0 a a");
        rule.End(10).Should().BeEmpty();
        rule.End(21).Should().BeEmpty();
        rule.End(31).Should().BeEmpty();

        rule.Feed("40 b a").Should().Equal("b");
        rule.Feed("40 c new").Should().BeEmpty("a new key has no baseline");
    }
}
