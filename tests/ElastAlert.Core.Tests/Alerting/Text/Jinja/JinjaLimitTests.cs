using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Jinja.Syntax;
using ElastAlert.Alerting.Text.Jinja.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Alerting.Text.Jinja;

/// <summary>Whatever a template does, it renders or fails cleanly: in bounded time, memory and depth.</summary>
public sealed class JinjaLimitTests
{
    private static readonly JinjaLimits Small = new() { MaxTextLength = 20_000, MaxItems = 1_000, MaxSteps = 50_000 };

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{%", "%}", "{#", "#}", "{% for x in range(30) %}", "{% for x in xs recursive %}", "{{ loop(xs) }}", "{% endfor %}", "{% if xs %}",
        "{% endif %}", "{% set xs = xs + xs %}", "{% set s = s ~ s %}", "{% set xs = [xs, xs] %}", "{{ xs }}", "{{ s * 999 }}", "{{ xs.append(xs) }}",
        "{% macro m(a) %}", "{% endmacro %}", "{{ m(m(1)) }}", "{{ m(1) }}", "{% call m(2) %}", "{% endcall %}", "{% set ns = namespace(l=[]) %}",
        "{% set ns.l = [ns.l] %}", "{{ ns.l == ns.l }}", "{{ xs | sum(start=[]) | length }}", "{{ '%999d' % 1 }}", "{{ '{:>999}'.format(s) }}",
        "{{ 2 ** 9999 }}", "{{ s | replace('', s) }}", "{{ xs | batch(5, s) | list | tojson }}", "{{ s | indent(500, true) }}", "{{ ' ' | center(10 ** 9) }}",
        "{{ s | urlize }}", "{{ xs | pprint }}", "{{ (s, s) in [xs] }}", "{{ {s: xs} }}", "{{ s.join(xs) }}", "{{ [s] * 500 }}", " text ", "\n", "-", "'", "(", ")",
    ];

    [Theory]
    [InlineData("{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}", "steps")]
    [InlineData("{{ range(10 ** 12) }}", "range")]
    [InlineData("{{ 'x' * 10 ** 9 }}", "characters")]
    [InlineData("{{ [0] * 10 ** 9 }}", "members")]
    [InlineData("{{ 10 ** (10 ** 9) }}", "bits")]
    [InlineData("{{ 'x' | center(10 ** 9) }}", "characters")]
    [InlineData("{{ '%1000000d' % 1 }}", "width")]
    [InlineData("{{ ('ab' * 100000) | replace('', 'x' * 100000) }}", "characters")]
    [InlineData("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "nested too deeply")]
    [InlineData("{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}", "nested too deeply")]
    [InlineData("{% set l = [1] %}{% for x in l %}{{ l.append(x) }}{% endfor %}", "members")]
    [InlineData("{% set ns = namespace(x=[]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}", "characters")]
    [InlineData("{% set a = namespace(x=[1], y=[1]) %}{% for i in range(60) %}{% set a.x = [a.x, a.x] %}{% set a.y = [a.y, a.y] %}{% endfor %}{{ a.x == a.y }}", "steps")]
    [InlineData("{% set ns = namespace(x=[]) %}{% for i in range(90000) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x }}", "nested too deeply")]
    [InlineData("{% set ns = namespace(x=(1,)) %}{% for i in range(90000) %}{% set ns.x = (ns.x,) %}{% endfor %}{{ {ns.x: 1} }}", "nested too deeply")]
    [InlineData("{% set s = 'a' * 400000 %}{% for i in range(100) %}{{ (s ~ s) | upper | length }}{% endfor %}", "steps")]
    [InlineData("{% for i in range(1000) %}{{ 'a' * 900000 in 'a' * 990000 ~ 'b' }}{% endfor %}", "steps")]
    public void Render_TooMuch_FailsWithTheLimit(string template, string limit)
    {
        var render = () => JinjaTemplate.Parse(template).Render(JsonVariables.Parse("{}"));

        render.Should().Throw<JinjaRenderException>().Which.Message.Should().Contain(limit);
    }

    [Theory]
    [InlineData("{{ ", "(", "1", ")", " }}")]
    [InlineData("{{ ", "[", "1", "]", " }}")]
    [InlineData("{{ ", "-", "1", "", " }}")]
    [InlineData("{{ ", "not ", "1", "", " }}")]
    [InlineData("{{ ", "1 + ", "1", "", " }}")]
    [InlineData("{{ ", "", "n", " | e", " }}")]
    [InlineData("{{ ", "", "n", ".x", " }}")]
    [InlineData("{{ ", "1 if ", "1", "", " }}")]
    [InlineData("{{ ", "a(", "1", ")", " }}")]
    [InlineData("", "{% if n %}", "1", "{% endif %}", "")]
    [InlineData("", "{% macro m() %}", "1", "{% endmacro %}", "")]
    public void Parse_NestedVeryDeeply_RendersOrFailsCleanly(string begin, string open, string middle, string close, string end)
    {
        var source = begin + string.Concat(Enumerable.Repeat(open, 100_000)) + middle + string.Concat(Enumerable.Repeat(close, 100_000)) + end;

        RendersOrFails(source, JinjaLimits.Default).Should().BeTrue();
    }

    [Fact]
    public void Render_AnyPieces_RendersOrFailsCleanly() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat).ToArbitrary(), source =>
            RendersOrFails("{% set xs = [1, 'a', 2.5] %}{% set s = 'text' %}" + source, Small))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Parse_AnyText_RendersOrFailsCleanly() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), source => RendersOrFails("{{ " + source, Small) && RendersOrFails("{% " + source + " %}", Small))
            .QuickCheckThrowOnFailure();

    private static bool RendersOrFails(string source, JinjaLimits limits)
    {
        try
        {
            return JinjaTemplate.Parse(source).Render(JsonVariables.Parse("""{"n": 7}"""), limits).Length <= limits.MaxTextLength;
        }
        catch (Exception exception) when (exception is JinjaSyntaxException or JinjaRenderException)
        {
            return true;
        }
    }
}
