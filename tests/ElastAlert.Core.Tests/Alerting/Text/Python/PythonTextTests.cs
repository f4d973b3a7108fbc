using ElastAlert.Alerting.Text.Python;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Alerting.Text.Python;

public sealed class PythonTextTests
{
    [Theory]
    [InlineData("straße", "STRASSE", "straße", "Straße")]
    [InlineData("ὈΔΥΣΣΕΎΣ", "ὈΔΥΣΣΕΎΣ", "ὀδυσσεύς", "Ὀδυσσεύς")]
    [InlineData("İı", "İI", "i\u0307ı", "İı")]
    [InlineData("ǆ ﬁn", "Ǆ FIN", "ǆ ﬁn", "ǅ Fin")]
    [InlineData("it's", "IT'S", "it's", "It'S")]
    [InlineData("𐐨", "𐐀", "𐐨", "𐐀")]
    public void Case_CharactersWithFullMappings_ChangesAsPython(string text, string upper, string lower, string title)
    {
        CaseMapping.Upper(text).Should().Be(upper);
        CaseMapping.Lower(text).Should().Be(lower);
        CaseMapping.Title(text).Should().Be(title);
    }

    [Fact]
    public void CodePoints_TextBeyondTheBasicPlane_CountsAndCuts()
    {
        CodePoints.Count("a😀b").Should().Be(3);
        CodePoints.Truncate("a😀b", 2).Should().Be("a😀");
        CodePoints.Range("a😀b", 1, 3).Should().Be("😀b");
        CodePoints.Split("a😀").Should().Equal("a", "😀");
        CodePoints.IndexOf("a😀b", 3).Should().Be(2);
    }

    [Theory]
    [InlineData(10, "The quick brown fox", "The quick|brown fox")]
    [InlineData(10, "a well-known word", "a well-|known word")]
    [InlineData(5, "abcdefghij", "abcde|fghij")]
    [InlineData(8, "qrs-tuvwxyz-abcdefghijk", "qrs-|tuvwxyz-|abcdefgh|ijk")]
    [InlineData(6, "  lead", "  lead")]
    [InlineData(4, "  lead", "lead")]
    [InlineData(3, "ab cdefgh", "ab |cde|fgh")]
    [InlineData(20, "foo--bar baz---qux", "foo--bar baz---qux")]
    [InlineData(6, "foo--bar", "foo--|bar")]
    [InlineData(3, "", "")]
    public void Wrap_Text_BreaksAsTextwrapDoes(int width, string text, string expected) =>
        string.Join('|', new TextWrapper(width).Wrap(text)).Should().Be(expected);

    [Fact]
    public void Wrap_AnyText_KeepsTheWidthAndAllLetters() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements("ab- c1".ToCharArray())).Select(static letters => new string(letters)).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), static (text, width) =>
        {
            var lines = new TextWrapper(width).Wrap(text);
            return lines.All(line => line.Length <= width) && string.Concat(lines).Replace(" ", "", StringComparison.Ordinal) == text.Replace(" ", "", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Repr_ListThatHoldsItself_Ends()
    {
        var list = new PythonList([1L]);
        list.Mutable.Add(list);

        ValueText.Repr(list).Should().Be("[1, [...]]");
    }

    [Fact]
    public void Str_LongerThanAllowed_IsRefused()
    {
        var text = () => ValueText.Str(new PythonList([new string('x', 100)]), maxLength: 50);

        text.Should().Throw<PythonException>().Which.Kind.Should().Be("MemoryError");
    }

    [Theory]
    [InlineData("zoë\n😀", "'zo\\xeb\\n\\U0001f600'")]
    [InlineData("plain", "'plain'")]
    public void Ascii_OtherCharacters_AreEscaped(string text, string expected) => ValueText.Ascii(text).Should().Be(expected);
}
