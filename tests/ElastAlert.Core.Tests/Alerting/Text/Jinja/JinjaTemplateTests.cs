using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Jinja.Syntax;
using ElastAlert.Alerting.Text.Jinja.Templates;

namespace ElastAlert.Core.Tests.Alerting.Text.Jinja;

public sealed class JinjaTemplateTests
{
    private static readonly JsonVariables Variables = JsonVariables.Parse(
        """{"host": {"name": "web-1", "ip": ["10.0.0.1", "10.0.0.2"]}, "n": 7, "_id": "x1", "f": 2.5, "tags": ["b", "A"]}""");

    [Theory]
    [InlineData("{% macro m(a, b=a) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(1, b=2) }}", "1112")]
    [InlineData("{% set ns = namespace(x=0) %}{% for i in [1, 2] %}{% set ns.x = ns.x + i %}{% endfor %}{{ ns.x }}", "3")]
    [InlineData("{% for x in [[1, [[2, []]]]] recursive %}{{ x[0] }}{{ loop(x[1]) }}{% endfor %}", "12")]
    [InlineData("{% for a, (b, c) in [(1, (2, 3))] %}{{ a }}{{ b }}{{ c }}{% endfor %}", "123")]
    [InlineData("{% filter upper | replace('A', '-') %}abc{% endfilter %}", "-BC")]
    [InlineData("{% set x | trim %}  a  {% endset %}[{{ x }}]", "[a]")]
    [InlineData("{% autoescape true %}{{ '<' }}{% endautoescape %}{{ '<' }}", "&lt;<")]
    [InlineData("{{ -2 ** 2 }} {{ -2 ** n }} {{ 10 ** 30 }} {{ 7 // -2 }} {{ 1 / 3 }}", "4 -128 1000000000000000000000000000000 -4 0.3333333333333333")]
    [InlineData("{{ host.ip | map('replace', '10.', '') | join(' ') }}", "0.0.1 0.0.2")]
    [InlineData("{{ 'no' if gone is defined else 'yes' }}{{ gone }}{{ gone | default('d') }}", "yesd")]
    [InlineData("{{ _id }} {{ host['name'] }} {{ host.ip.1 }}", "x1 web-1 10.0.0.2")]
    [InlineData("line {% raw %}{{ x }}{% endraw %}{# gone #}\n", "line {{ x }}")]
    public void Render_LanguageFeature_GivesItsText(string template, string expected) =>
        JinjaTemplate.Parse(template).Render(Variables).Should().Be(expected);

    [Theory]
    [InlineData("a\n  {{ n | nofilter }}", 2, 10, "No filter named 'nofilter'.")]
    [InlineData("{% if n %}\nx", 1, 11, "Unexpected end of template.")]
    [InlineData("{{ n", 1, 4, "unexpected end of template, expected 'end of print statement'.")]
    [InlineData("{{ 'a' 5 }}", 1, 8, "expected token 'end of print statement', got 'integer'")]
    [InlineData("x {% endfor %}", 1, 6, "Encountered unknown tag 'endfor'.")]
    [InlineData("{% include 'other' %}", 1, 4, "'include' is not supported")]
    [InlineData("{% extends 'other' %}", 1, 4, "'extends' is not supported")]
    [InlineData("{% import 'other' as o %}", 1, 4, "'import' is not supported")]
    [InlineData("{{ n ? 1 }}", 1, 6, "unexpected char '?'")]
    [InlineData("{% for x in tags %}{% set loop = 1 %}{% endfor %}", 1, 27, "Can't assign to special loop variable")]
    public void Parse_NoTemplate_SaysWhatAndWhere(string template, int line, int column, string problem)
    {
        var parse = () => JinjaTemplate.ParseAlone(template);

        var exception = parse.Should().Throw<JinjaSyntaxException>().Which;
        exception.Position.Should().Be(new JinjaPosition(line, column));
        exception.Problem.Should().Contain(problem);
    }

    [Theory]
    [InlineData("\n{{ gone.deeper }}", 2, "'gone' is undefined")]
    [InlineData("{{ host.gone.deeper }}", 1, "'dict object' has no attribute 'gone'")]
    [InlineData("\n\n{{ 1 / 0 }}", 3, "division by zero")]
    [InlineData("{{ 'a' + 1 }}", 1, "can only concatenate str")]
    [InlineData("{{ lipsum() }}", 1, "lipsum() is not supported")]
    public void Render_ValueThatDoesNotSuit_SaysWhatAndWhere(string template, int line, string problem)
    {
        var render = () => JinjaTemplate.Parse(template).Render(Variables);

        var exception = render.Should().Throw<JinjaRenderException>().Which;
        exception.Position.Line.Should().Be(line);
        exception.Message.Should().Contain(problem);
    }

    [Theory]
    [InlineData("{{ ''.__class__ }}")]
    [InlineData("{{ n.__class__ }}{{ n['__class__'] }}")]
    [InlineData("{{ host.__init__ }}{{ host['__globals__'] }}")]
    [InlineData("{{ ''|attr('__class__') }}{{ range.__self__ }}")]
    [InlineData("{{ tags.ToString }}{{ tags.Items }}{{ tags.GetType }}{{ f.MaxValue }}")]
    public void Render_InsideOfTheEngine_DoesNotExist(string template) =>
        JinjaTemplate.Parse(template).Render(Variables).Should().BeEmpty();

    [Theory]
    [InlineData("{{ ''.__class__.__mro__ }}")]
    [InlineData("{{ '{0.__class__}'.format(1) }}")]
    [InlineData("{{ '%(a.__class__)s' % {'a': 1} }}")]
    public void Render_WayToTheInsideOfTheEngine_Fails(string template)
    {
        var render = () => JinjaTemplate.Parse(template).Render(Variables);

        render.Should().Throw<JinjaRenderException>();
    }

    [Fact]
    public void Render_SameTemplateTwice_StartsAnew()
    {
        var template = JinjaTemplate.Parse("{{ tags.append('c') }}{{ tags | length }}");

        template.Render(Variables).Should().Be("None3");
        template.Render(Variables).Should().Be("None3");
    }
}
