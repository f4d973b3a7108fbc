using System.Text.Json;
using ElastAlert.Alerting.Text.Formatting;
using ElastAlert.Alerting.Text.Python;
using ElastAlert.TestSupport;

namespace ElastAlert.Core.Tests.Alerting.Text.Formatting;

/// <summary>Compares formatting with what Python answered.</summary>
public sealed class FormatVectorTests
{
    public static TheoryData<string, string, string, string?, string?> Cases()
    {
        var cases = new TheoryData<string, string, string, string?, string?>();
        using var document = Vectors.Open("format-vectors.json");
        foreach (var item in document.RootElement.GetProperty("cases").EnumerateArray())
            cases.Add(Text(item, "kind")!, Text(item, "pattern")!, item.GetProperty("value").GetRawText(), Text(item, "output"), Text(item, "error"));
        return cases;
    }

    [Theory]
    [Trait("Category", "FormatVectors")]
    [MemberData(nameof(Cases))]
    public void Render_RecordedPattern_WritesAsPython(string kind, string pattern, string json, string? output, string? error)
    {
        var value = PythonValue.FromJson(JsonDocument.Parse(json).RootElement, PythonComparer.Unlimited);

        var render = () => kind == "brace"
            ? BraceTemplate.Parse(pattern).Render(FormatArguments.Of(value))
            : PercentTemplate.Parse(pattern).Render(new PythonTuple([value]));

        if (error is null)
            render().Should().Be(output);
        else
            render.Should().Throw<PythonException>();
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var text) ? text.GetString() : null;
}
