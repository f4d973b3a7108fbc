using System.Text;
using ElastAlert.Alerting;
using ElastAlert.Testing;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Alerting;

public sealed class MatchCodecTests
{
    [Fact]
    public void Read_WrittenMatches_AreTheSame()
    {
        RuleMatch[] matches =
        [
            Some.Match("""{"a": {"b": [1, "é\n\"]}", 2.50]}, "_id": "x"}""") with { Summary = "At least 3 \"events\" — occurred\n\n" },
            new RuleMatch { Fields = Document.Parse("{}").With("n", 7), Timestamp = Some.Moment.ToOffset(TimeSpan.FromHours(2)) },
        ];

        var read = MatchCodec.Read(MatchCodec.Write(matches));

        read.Select(static match => match.Fields.ToString()).Should().Equal(matches.Select(static match => match.Fields.ToString()));
        read.Select(static match => (match.Timestamp, match.Timestamp.Offset, match.Summary))
            .Should().Equal(matches.Select(static match => (match.Timestamp, match.Timestamp.Offset, match.Summary)));
    }

    [Fact]
    public void Read_MembersItDoesNotKnow_AreLeftOut()
    {
        var read = MatchCodec.Read("""[{"more": {"a": [1]}, "at": "2026-11-01T08:00:00Z", "fields": {"a": 1}}]"""u8.ToArray());

        read.Should().ContainSingle().Which.Fields.ToString().Should().Be("""{"a":1}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{}]")]
    [InlineData("""[{"fields": 1, "at": "2026-11-01T08:00:00Z"}]""")]
    [InlineData("""[{"fields": {}, "at": "yesterday"}]""")]
    [InlineData("""[{"fields": {}, "at": "2026-11-01T08:00:00Z"}""")]
    [InlineData("""[] []""")]
    public void Read_SomethingElse_IsRefused(string content) =>
        FluentActions.Invoking(() => MatchCodec.Read(Encoding.UTF8.GetBytes(content))).Should().Throw<StateFormatException>();
}
