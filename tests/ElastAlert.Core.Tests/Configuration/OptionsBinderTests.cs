using ElastAlert.Configuration;

namespace ElastAlert.Core.Tests.Configuration;

public sealed class OptionsBinderTests
{
    [Fact]
    public void Bind_EveryKindOfOption_SetsTheProperty()
    {
        var binding = Bind("""
            team: web
            is_loud: yes
            num_events: 5.0
            big: 5000000000
            ratio: 1.5
            wait: {minutes: 1, seconds: 30}
            url: https://example.com/x
            level: very_high
            names: one
            ports: [1, 2]
            pauses: [{seconds: 1}]
            levels: [low, very_high]
            headers: {a: b}
            anything: [1, {a: 2}]
            rest: {a: {b: c}}
            """);

        binding.Problems.Should().BeEmpty();
        var options = binding.Options;
        (options.Team, options.IsLoud, options.NumEvents, options.Big, options.Ratio).Should().Be(("web", true, 5, 5_000_000_000, 1.5));
        (options.Wait, options.Url, options.Level).Should().Be((TimeSpan.FromSeconds(90), new Uri("https://example.com/x"), PagerLevel.VeryHigh));
        options.Names.Should().Equal("one");
        options.Ports.Should().Equal(1, 2);
        options.Pauses.Should().Equal(TimeSpan.FromSeconds(1));
        options.Levels.Should().Equal(PagerLevel.Low, PagerLevel.VeryHigh);
        options.Headers.Should().Equal(new Dictionary<string, string> { ["a"] = "b" });
        options.Anything!.Items.Should().HaveCount(2);
        options.Rest!["a"].Members.Text("b").Should().Be("c");
    }

    [Fact]
    public void Bind_NothingGiven_KeepsDefaultsAndAsksForWhatIsRequired()
    {
        var binding = Bind("{ratio: }");

        (binding.Options.NumEvents, binding.Options.Ratio).Should().Be((3, 0.5));
        binding.Problems.Should().ContainSingle().Which.ToString().Should().Be("somewhere: team: is missing. Add team.");
    }

    [Theory]
    [InlineData("num_events: '5'", "o.yaml:2:13: num_events: must be a whole number, was the text '5'. Write the number without quotes.")]
    [InlineData("num_events: 5000000000", "o.yaml:2:13: num_events: is out of the range of Int32. Use a smaller value.")]
    [InlineData("wait: 5m", "o.yaml:2:7: wait: must be a duration such as {minutes: 5}, was the text '5m'. Write the unit as a key: 'minutes: 5', not '5m'.")]
    [InlineData("url: nowhere", "o.yaml:2:6: url: must be a URL, was a text. Correct the value.")]
    [InlineData("level: medium", "o.yaml:2:8: level: must be one of low, very_high, was the text 'medium'. Correct the value.")]
    [InlineData("ports: [1, x]", "o.yaml:2:12: ports[1]: must be a whole number, was the text 'x'. Write the number without quotes.")]
    public void Bind_WrongOption_SaysWhereAndWhy(string yaml, string message) =>
        Bind("team: t\n" + yaml).Problems.Should().ContainSingle().Which.ToString().Should().Be(message);

    [Fact]
    public void Bind_SeveralWrongOptions_ReportsAll() => Bind("{ratio: x, is_loud: 5}").Problems.Should().HaveCount(3);

    [Fact]
    public void Bind_WithPrefix_PrefersTheLongerName() =>
        OptionsBinder.Bind<PagerOptions>(Some.Options("{team: rule, pager_team: pager, is_loud: true}"), "pager_").Options
            .Should().BeEquivalentTo(new { Team = "pager", IsLoud = true });

    [Fact]
    public void Names_OfAType_AreThoseOfItsOptions() =>
        OptionsBinder.Names<PagerOptions>("pager_").Should().Contain(["team", "pager_team", "num_events", "pager_num_events"]);

    private static OptionsBinding<PagerOptions> Bind(string yaml) =>
        OptionsBinder.Bind<PagerOptions>(Some.Options(yaml, "o.yaml"), source: new SourceLocation("somewhere", 0, 0));

    private enum PagerLevel
    {
        Low,
        VeryHigh,
    }

    private sealed class PagerOptions
    {
        public required string Team { get; set; }

        public bool IsLoud { get; set; }

        public int NumEvents { get; set; } = 3;

        public long Big { get; set; }

        public double? Ratio { get; set; } = 0.5;

        public TimeSpan Wait { get; set; }

        public Uri? Url { get; set; }

        public PagerLevel Level { get; set; }

        public IReadOnlyList<string> Names { get; set; } = [];

        public int[] Ports { get; set; } = [];

        public IList<TimeSpan> Pauses { get; set; } = [];

        public PagerLevel[] Levels { get; set; } = [];

        public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();

        public OptionValue? Anything { get; set; }

        public OptionMap? Rest { get; set; }

        public string Computed => Team + Level;
    }
}
