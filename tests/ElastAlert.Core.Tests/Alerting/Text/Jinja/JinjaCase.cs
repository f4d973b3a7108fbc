using System.Text.Json;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Jinja.Syntax;
using ElastAlert.Alerting.Text.Jinja.Templates;

namespace ElastAlert.Core.Tests.Alerting.Text.Jinja;

/// <summary>Reads recorded templates and compares what becomes of them.</summary>
internal static class JinjaCase
{
    public static TheoryData<string, string?, int?> Read(JsonElement root)
    {
        var cases = new TheoryData<string, string?, int?>();
        foreach (var item in root.GetProperty("cases").EnumerateArray())
        {
            var output = item.TryGetProperty("output", out var text) ? text.GetString() : null;
            int? line = item.TryGetProperty("line", out var number) ? number.GetInt32() : null;
            cases.Add(item.GetProperty("template").GetString()!, output, line);
        }

        return cases;
    }

    /// <summary>Compares a template with its output, or the line of its syntax error; neither means that rendering fails.</summary>
    public static void Compare(string template, string? output, int? errorLine, JsonElement variables)
    {
        var parse = () => JinjaTemplate.Parse(template);
        if (errorLine is not null)
        {
            parse.Should().Throw<JinjaSyntaxException>().Which.Position.Line.Should().Be(errorLine);
            return;
        }

        var parsed = parse();
        var render = () => parsed.Render(new JsonVariables(variables));
        if (output is null)
            render.Should().Throw<JinjaRenderException>();
        else
            render().Should().Be(output);
    }
}
