using ElastAlert.Alerting.Text.Rendering;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Alerting.Text.Rendering;

public sealed class AlertRendererTests
{
    private const string Fallback = "[The text of this alert could not be made, so it has the default one. ";

    [Fact]
    public void Body_TextThatFailsForOneMatch_FallsBackForThatOneOnly()
    {
        var renderer = Renderer("""{"alert_text": "{0:.1f}", "alert_text_args": ["n"], "alert_text_type": "alert_text_only"}""");

        var body = renderer.Body([Some.Match("""{"n": 1.25}"""), Some.Match("""{"n": "x"}""")]);

        body.Should().StartWith("1.2\n\n\n----------------------------------------\n" + Fallback + "alert_text: ValueError:").And.Contain("\n\nrule\n\n").And.Contain("n: x\n");
    }

    [Fact]
    public void Subject_TextThatFails_IsTheDefaultOneAndTheBodySaysSo()
    {
        var renderer = Renderer("""{"alert_subject": "{{ gone.deeper }}", "alert_text": "hi", "alert_text_type": "alert_text_jinja"}""");
        var match = Some.Match("{}");

        renderer.Subject([match]).Should().Be("rule");
        renderer.Body([match]).Should().Be(Fallback + "alert_subject: line 1: UndefinedError: 'gone' is undefined]\n\nhi\n\n");
    }

    [Fact]
    public void Body_TemplateThatNobodyChecked_FallsBack() =>
        Renderer("""{"alert_text": "{{ broken", "alert_text_type": "alert_text_jinja"}""").Body([Some.Match("""{"a": 1}""")])
            .Should().StartWith(Fallback + "alert_text: The template is wrong at line 1, column 4").And.Contain("a: 1\n");

    [Theory]
    [InlineData("timeframe", "0:10:00")]
    [InlineData("timeframe.total_seconds()", "600.0")]
    [InlineData("owner", "ops")]
    [InlineData("_data['a.b']", "1")]
    [InlineData("_data.owner", "ops")]
    [InlineData("aggregation", "0:00:00")]
    [InlineData("name", "rule")]
    [InlineData("description", "from the match")]
    [InlineData("gone | default('d')", "d")]
    public void Body_Jinja_SeesRuleAndMatch(string expression, string expected)
    {
        var renderer = Renderer($$$"""{"alert_text": "{{{{{expression}}}}}", "alert_text_type": "alert_text_jinja", "owner": "ops"}""".Replace("{{{", "{{ ", StringComparison.Ordinal));

        renderer.Body([Some.Match("""{"a.b": 1, "description": "from the match"}""")]).Should().Be(expected + "\n\n");
    }

    [Fact]
    public void Body_ProfileWithItsOwnBody_IsWrittenByIt()
    {
        var profile = new AlertTextProfile { Body = static (texts, matches) => $"{matches.Count}: {texts.MatchText(matches[^1])}" };

        Renderer("""{"alert_text": "t", "alert_text_type": "alert_text_only"}""", profile).Body([Some.Match("{}"), Some.Match("{}")]).Should().Be("2: t\n\n");
    }

    [Fact]
    public void Body_ProfileWithoutSummary_WritesMatchesOnly()
    {
        var profile = new AlertTextProfile { HasSummary = false };

        Renderer("""{"summary_table_fields": ["a"], "alert_text_type": "aggregation_summary_only"}""", profile).Body([Some.Match("""{"a": 1}""")])
            .Should().StartWith("rule\n\n").And.Contain("a: 1\n").And.NotContain("Aggregation resulted");
    }

    [Theory]
    [InlineData("""{"alert_text": "{", "alert_text_args": ["a"]}""", RuleProblemSeverity.Error, "Single '{'")]
    [InlineData("""{"alert_text": "{0} {1}", "alert_text_args": ["a"]}""", RuleProblemSeverity.Warning, "asks for 2 values, and alert_text_args has 1")]
    [InlineData("""{"alert_text": "{b}", "alert_text_kw": {"a": "x"}}""", RuleProblemSeverity.Warning, "asks for 'b', which alert_text_kw does not give")]
    [InlineData("""{"alert_text": "a\n{% if %}", "alert_text_type": "alert_text_jinja"}""", RuleProblemSeverity.Error, "line 2, column 7")]
    [InlineData("""{"alert_subject": "{{ a", "alert_text_type": "alert_text_jinja"}""", RuleProblemSeverity.Error, "line 1, column 4")]
    [InlineData("""{"alert_subject": "{0} {}", "alert_subject_args": ["a"]}""", RuleProblemSeverity.Error, "cannot switch")]
    [InlineData("""{"alert_text": "{{ a }}", "jinja_filters": ["my.filters.Mine"], "alert_text_type": "alert_text_jinja"}""", RuleProblemSeverity.Warning, "names filters in Python")]
    [InlineData("""{"jinja_template_path": "nowhere.j2", "alert_text_type": "alert_text_jinja"}""", RuleProblemSeverity.Error, "'nowhere.j2' cannot be read")]
    public void Check_TextThatIsWrong_SaysWhat(string options, RuleProblemSeverity severity, string message)
    {
        var rule = Some.Rule("rule", optionsJson: options) with { Alerters = [Some.Entry("debug", options), Some.Entry("debug", options)] };

        var problem = AlertTextCheck.Check(rule, new ExtensionCatalog([], [], [])).Should().ContainSingle().Subject;

        problem.Severity.Should().Be(severity);
        problem.Message.Should().Contain(message);
        problem.Rule.Should().Be("rule");
        problem.Cure.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("""{"alert_text": "no {placeholders} here"}""")]
    [InlineData("""{"alert_text": "{0} {0[k]:>5}", "alert_text_args": ["a"]}""")]
    [InlineData("""{"alert_text": "{{ a }}{% if b %}c{% endif %}", "alert_text_type": "alert_text_jinja"}""")]
    public void Check_TextThatIsRight_HasNoProblem(string options) =>
        AlertRenderer.Check(Some.Rule(), Some.Entry("debug", options), AlertTextProfile.Default).Should().BeEmpty();

    private static AlertRenderer Renderer(string options, AlertTextProfile? profile = null)
    {
        var rule = Some.Rule("rule", optionsJson: options);
        rule = rule with { Schedule = rule.Schedule with { Timeframe = TimeSpan.FromMinutes(10) } };
        return AlertRenderer.Create(rule, Some.Entry("debug", options), profile ?? AlertTextProfile.Default);
    }
}
