using System.Globalization;
using ElastAlert.Alerting.Text.Formatting;
using ElastAlert.Alerting.Text.Python;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Alerting.Text.Formatting;

public sealed class BraceTemplateTests
{
    private static readonly Dictionary<string, object?> Names = new() { ["host"] = "web-1", ["a.b"] = 1L, ["width"] = 6L };

    [Theory]
    [InlineData("{} and {}", "1 and two")]
    [InlineData("{1}{0}{1}", "two1two")]
    [InlineData("{0:>{2}}|", "     1|")]
    [InlineData("{1:{2}.{0}}|", "t     |")]
    [InlineData("{{}} {{{0}}}", "{} {1}")]
    [InlineData("{:٣}|{:.٢}", "  1|tw")]
    [InlineData("no fields", "no fields")]
    [InlineData("", "")]
    public void Render_PositionalFields_TakesValuesByPlace(string text, string expected) =>
        BraceTemplate.Parse(text).Render(FormatArguments.Of(1L, "two", 6L)).Should().Be(expected);

    [Theory]
    [InlineData("{host}:{width:03}", "web-1:006")]
    [InlineData("{host!r:>{width}}", "'web-1'")]
    public void Render_NamedFields_TakesValuesByName(string text, string expected) =>
        BraceTemplate.Parse(text).Render(FormatArguments.Of(Names)).Should().Be(expected);

    [Theory]
    [InlineData("{gone}", "KeyError: 'gone'")]
    [InlineData("{}", "IndexError: Replacement index 0 out of range for positional args tuple")]
    [InlineData("{host:.2f}", "ValueError: Unknown format code 'f' for object of type 'str'")]
    [InlineData("{host.__class__}", "AttributeError: 'str' object has no attribute '__class__'")]
    [InlineData("{width:99999999999}", "ValueError: a width or precision is greater than 100000")]
    public void Render_FieldThatCannotBeWritten_SaysWhy(string text, string message)
    {
        var render = () => BraceTemplate.Parse(text).Render(FormatArguments.Of(Names));

        render.Should().Throw<PythonException>().WithMessage(message);
    }

    [Theory]
    [InlineData("{", "Single '{'")]
    [InlineData("a}", "Single '}'")]
    [InlineData("{0", "expected '}'")]
    [InlineData("{0!x}", "Unknown conversion specifier x")]
    [InlineData("{0}{}", "cannot switch from manual")]
    [InlineData("{}{0}", "cannot switch from automatic")]
    [InlineData("{0:{1:{2}}}", "Max string recursion")]
    [InlineData("{0[a}", "expected '}'")]
    [InlineData("{0:,,}", "Cannot specify ',' twice")]
    public void Parse_NoFormatText_SaysWhy(string text, string message)
    {
        var parse = () => BraceTemplate.Parse(text);

        parse.Should().Throw<PythonException>().Which.Message.Should().Contain(message);
    }

    [Fact]
    public void PositionalCount_ExplicitAndNestedPlaces_IsTheGreatest() =>
        BraceTemplate.Parse("{1:{4}}{0}").PositionalCount.Should().Be(5);

    [Fact]
    public void Render_AnyDouble_ReadsBackFromItsShortestText() =>
        Prop.ForAll(ArbMap.Default.ArbFor<double>().Filter(double.IsFinite), number =>
        {
            var text = BraceTemplate.Parse("{}").Render(FormatArguments.Of(number));
            return double.Parse(text, CultureInfo.InvariantCulture).Equals(number);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_AnyText_RendersOrFailsAsPythonDoes() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements("{}[]!:.0a<>^=+-#,_ xrsfd%".ToCharArray())).Select(letters => new string(letters)).ToArbitrary(), text =>
        {
            try
            {
                BraceTemplate.Parse(text).Render(FormatArguments.Of(1L, "x", 2.5));
            }
            catch (PythonException)
            {
                return true;
            }

            return true;
        }).QuickCheckThrowOnFailure();
}
