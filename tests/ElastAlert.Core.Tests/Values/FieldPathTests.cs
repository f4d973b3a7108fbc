using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Values;

public sealed class FieldPathTests
{
    // T41 of engine.md; the two errors and l[0].x are mended there (Q21, LOOKUP-3).
    [Theory]
    [InlineData("""{"user":"bob"}""", "user.name", "'bob'")]
    [InlineData("""{"user":null}""", "user.name", "None")]
    [InlineData("""{"user.name":"flat","user":{"name":"x"}}""", "user.name", "'flat'")]
    [InlineData("""{"a.b":{},"a":{"b":{"c":2}}}""", "a.b.c", "None")]
    [InlineData("""{"a":{"b.c":3,"b":{"c":4}}}""", "a.b.c", "3")]
    [InlineData("""{"l":[1,2]}""", "l[1]", "2")]
    [InlineData("""{"l":[{"x":1}]}""", "l[0]x", "1")]
    [InlineData("""{"l":[{"x":1}]}""", "l[0].x", "1")]
    [InlineData("""{"l":["s"]}""", "l[0].x", "['s']")]
    [InlineData("""{"l":[1]}""", "l[5]", "None")]
    [InlineData("""{"l":{"z":1}}""", "l[0]", "None")]
    [InlineData("""{"m":5}""", "m.keyword", "5")]
    [InlineData("""{"m":{"v":5}}""", "m.keyword", "None")]
    [InlineData("""{"m":{"v":5}}""", "m.v.keyword", "5")]
    [InlineData("""{"m":{"keyword":5}}""", "m.keyword", "5")]
    [InlineData("""{"l":[{"x":1},{"x":2}]}""", "l.x", "[{'x': 1}, {'x': 2}]")]
    public void Find_T41_FindsAsTheReference(string json, string path, string expected) =>
        PythonText.Repr(Document.Parse(json).Find(path).Element).Should().Be(expected);

    [Fact]
    public void Find_MemberAddedToADocument_WinsOverTheSource()
    {
        var document = Document.Parse("""{"a":{"b":1}}""").With("a.b", 2);

        document.Find("a.b").ToText().Should().Be("2");
    }

    [Fact]
    public void WithField_NestedField_ReplacesItInPlace()
    {
        var document = Document.Parse("""{"meta":{"when":"x","n":1},"l":[{"t":1}]}""");

        var changed = document.WithField(FieldPath.Parse("meta.when"), JsonValue.Of("y")).WithField(FieldPath.Parse("l[0]t"), JsonValue.Of(2));

        changed.ToString().Should().Be("""{"meta":{"when":"y","n":1},"l":[{"t":2}]}""");
    }
}
