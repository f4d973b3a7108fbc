using System.Text;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Values;

public sealed class DocumentTests
{
    [Theory]
    [InlineData("{}", """{"_id":"1"}""")]
    [InlineData("{ }", """{ "_id":"1"}""")]
    [InlineData("""{"a":1}""", """{"a":1,"_id":"1"}""")]
    [InlineData("""{"_id":"0","a":1}""", """{"_id":"1","a":1}""")]
    public void ToUtf8_MembersOnTop_FollowOrReplace(string json, string expected) =>
        Encoding.UTF8.GetString(Document.Parse(json).With("_id", "1").ToUtf8()).Should().Be(expected);

    [Fact]
    public void ToUtf8_NameThatNeedsEscapes_IsEscaped()
    {
        var name = "a\"b\\c\nü";

        var json = Document.Parse("""{"x":1}""").With(name, 2).ToUtf8();

        JsonElement.Parse(json).GetProperty(name).GetInt32().Should().Be(2);
    }

    [Fact]
    public void ToOwned_PageIsGone_StaysReadable()
    {
        Document owned;
        using (var page = JsonDocument.Parse("""{"hits":[{"a":{"b":1}}]}"""))
            owned = Document.Of(page.RootElement.GetProperty("hits")[0]).With("_id", "7").ToOwned();

        owned.Find("a.b").ToText().Should().Be("1");
        owned.With("c", 3).Members.Select(member => member.Key).Should().Equal("a", "_id", "c");
        owned.ToOwned().Should().BeSameAs(owned);
    }
}
