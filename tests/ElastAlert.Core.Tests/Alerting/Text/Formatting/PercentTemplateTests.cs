using ElastAlert.Alerting.Text.Formatting;
using ElastAlert.Alerting.Text.Python;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Alerting.Text.Formatting;

public sealed class PercentTemplateTests
{
    [Theory]
    [InlineData("%(host)s", "web-1")]
    [InlineData("%(host)-8s|%(n)05d", "web-1   |00007")]
    [InlineData("%(host)s %(host)r 100%%", "web-1 'web-1' 100%")]
    [InlineData("nothing", "nothing")]
    public void Render_Dictionary_TakesValuesByName(string text, string expected)
    {
        var values = new PythonDict(PythonComparer.Unlimited) { ["host"] = "web-1", ["n"] = 7L };

        PercentTemplate.Parse(text).Render(values).Should().Be(expected);
    }

    [Theory]
    [InlineData("%s-%s", "6-7")]
    [InlineData("%02d %%%.1f", "06 %7.0")]
    [InlineData("%*d|", "     7|")]
    [InlineData("%.*f", "7.000000")]
    [InlineData("%-*d|", "7     |")]
    public void Render_Tuple_TakesValuesInOrder(string text, string expected) =>
        PercentTemplate.Parse(text).Render(new PythonTuple([6L, 7L])).Should().Be(expected);

    [Theory]
    [InlineData("%(gone)s", "KeyError: 'gone'")]
    [InlineData("%s %s", "TypeError: not enough arguments for format string")]
    [InlineData("%d", "TypeError: %d format: a real number is required, not dict")]
    public void Render_ValueThatCannotBeWritten_SaysWhy(string text, string message)
    {
        var render = () => PercentTemplate.Parse(text).Render(new PythonDict(PythonComparer.Unlimited));

        render.Should().Throw<PythonException>().WithMessage(message);
    }

    [Theory]
    [InlineData("100%", "incomplete format")]
    [InlineData("%(a", "incomplete format key")]
    [InlineData("%5%", "unsupported format character '%' (0x25) at index 2")]
    [InlineData("%y", "unsupported format character 'y' (0x79) at index 1")]
    public void Parse_NoPrintfText_SaysWhy(string text, string message)
    {
        var parse = () => PercentTemplate.Parse(text);

        parse.Should().Throw<PythonException>().Which.Message.Should().Contain(message);
    }

    [Fact]
    public void Parse_AnyText_RendersOrFailsAsPythonDoes() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements("%()#0- +.*hl123disxefgcra".ToCharArray())).Select(letters => new string(letters)).ToArbitrary(), text =>
        {
            try
            {
                PercentTemplate.Parse(text).Render(new PythonTuple([1L, "x", 2.5]));
            }
            catch (PythonException)
            {
                return true;
            }

            return true;
        }).QuickCheckThrowOnFailure();
}
