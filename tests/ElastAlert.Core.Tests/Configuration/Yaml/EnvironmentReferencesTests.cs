using ElastAlert.Configuration.Yaml;

namespace ElastAlert.Core.Tests.Configuration.Yaml;

public sealed class EnvironmentReferencesTests
{
    private static readonly Dictionary<string, string> Environment = new(StringComparer.Ordinal)
    {
        ["HOST"] = "es1",
        ["LINES"] = "one\ntwo: 2",
        ["EMPTY"] = "",
        ["NESTED"] = "$HOST",
    };

    [Theory]
    [InlineData("$HOST", "es1")]
    [InlineData("${HOST}:9200", "es1:9200")]
    [InlineData("$HOST$HOST", "es1es1")]
    [InlineData("$$HOST", "$es1")]
    [InlineData("$UNSET and ${UNSET}", "$UNSET and ${UNSET}")]
    [InlineData("a${EMPTY}b", "ab")]
    [InlineData("$NESTED", "$HOST")]
    [InlineData("${HOST", "${HOST")]
    [InlineData("100$ # $HOST", "100$ # es1")]
    public void Expand_Text_ReplacesNamesThatAreSet(string text, string expected) => Expand(text).Text.Should().Be(expected);

    [Fact]
    public void Locate_BehindAReplacement_IsThePlaceInTheFile()
    {
        var source = Expand("a: $HOST b\nc: d");

        source.Locate(source.Text.IndexOf('b', StringComparison.Ordinal)).Should().Be(new SourceLocation("f", 1, 10));
        source.Locate(source.Text.IndexOf('d', StringComparison.Ordinal)).Should().Be(new SourceLocation("f", 2, 4));
    }

    [Fact]
    public void Locate_InsideAReplacementOfSeveralLines_IsThePlaceOfTheReference()
    {
        var source = Expand("a: $LINES\nb: 1");

        source.Locate(source.Text.IndexOf("two", StringComparison.Ordinal)).Should().Be(new SourceLocation("f", 1, 4));
        source.Locate(source.Text.IndexOf("b:", StringComparison.Ordinal)).Should().Be(new SourceLocation("f", 2, 1));
    }

    private static SourceText Expand(string text) => EnvironmentReferences.Expand("f", text, static name => Environment.GetValueOrDefault(name));
}
