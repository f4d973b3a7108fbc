using ElastAlert.Alerting.Text;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Alerting.Text;

/// <summary>Shows how placeholders for fields are filled (alerters.md 1.4).</summary>
public sealed class PlaceholderTextTests
{
    private const string Match = """{"host":"h","user":{"name":"bob","ids":[7,8]},"ratio":0.25,"n":5,"list":["a",1],"evil":"{host} %(host)s 100%"}""";

    [Theory]
    [InlineData("%(host)s {host}", "h h")]
    [InlineData("%(user.name)s {user[name]}", "bob bob")]
    [InlineData("{user.name}", "bob")]
    [InlineData("{user[ids][1]}", "8")]
    [InlineData("{gone} %(gone)s %(gone)d", "<MISSING VALUE> <MISSING VALUE> <MISSING VALUE>")]
    [InlineData("{match[host]}", "{match[host]}")]
    [InlineData("{gone[x]} {host}", "{gone[x]} {host}")]
    [InlineData("{gone} {gone[x]} {host} %(host)s", "<MISSING VALUE> {gone[x]} {host} h")]
    [InlineData("""{"text": "%(host)s", "sum": {"n": %(n)d}}""", """{"text": "h", "sum": {"n": 5}}""")]
    [InlineData("100%", "100%")]
    [InlineData("100%% {gone}", "100% <MISSING VALUE>")]
    [InlineData("{{host}} {host}", "{host} h")]
    [InlineData("%(list)s %(user)s %(host)r", "['a', 1] {'name': 'bob', 'ids': [7, 8]} 'h'")]
    [InlineData("{host!r}", "'h'")]
    [InlineData("open { {host}", "open { {host}")]
    [InlineData("closed } {host}", "closed } {host}")]
    [InlineData("%(n)05d %(ratio).1f {n:>4} {ratio:.1%}", "00005 0.2    5 25.0%")]
    [InlineData("%(host)5s|{host:*^5}", "    h|**h**")]
    public void Fill_Template_AsTheReference(string template, string expected)
    {
        var text = new PlaceholderText(template).Fill(Document.Parse(Match));

        text.Should().Be(expected);
    }

    [Theory]
    [InlineData("%(evil)s {gone}", "{host} %(host)s 100% <MISSING VALUE>")]
    [InlineData("{evil}", "{host} %(host)s 100%")]
    public void Fill_DataThatLooksLikeAPlaceholder_StaysData(string template, string expected)
    {
        var text = new PlaceholderText(template).Fill(Document.Parse(Match));

        text.Should().Be(expected);
    }

    [Fact]
    public void Fill_ValueThatCannotBeFormatted_SaysWhich()
    {
        var act = () => new PlaceholderText("%(host)d").Fill(Document.Parse(Match));

        act.Should().Throw<AlertDeliveryException>().WithMessage("*'host'*'d'*").Which.IsTransient.Should().BeFalse();
    }

    [Fact]
    public void Fill_DottedNameInTheDocument_FindsItBeforeTheNestedOne()
    {
        var match = Document.Parse("""{"a.b":1,"a":{"b":2}}""");

        new PlaceholderText("%(a.b)s").Fill(match).Should().Be("1");
    }

    [Fact]
    public void Fill_OtherTextForWhatIsMissing_StandsForIt() =>
        new PlaceholderText("%(gone)s {gone} {host}").Fill(Document.Parse(Match), "nothing").Should().Be("nothing nothing h");
}
