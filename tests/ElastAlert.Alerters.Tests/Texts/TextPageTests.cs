using System.Text.Json;
using System.Text.RegularExpressions;
using ElastAlert.Alerting.Text.Rendering;
using ElastAlert.Configuration;
using ElastAlert.Testing;
using ElastAlert.TestSupport;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Tests.Texts;

/// <summary>Renders the examples of the pages about texts: each is a rule or template, matches, and the text they make.</summary>
public sealed partial class TextPageTests
{
    private const string TemplateRule = """
        name: Too many errors
        type: frequency
        index: logs-*
        num_events: 5
        timeframe: {minutes: 10}
        alert: debug
        alert_text_type: alert_text_jinja
        """;

    public static TheoryData<string, string, string> Examples(string page, string language)
    {
        var examples = new TheoryData<string, string, string>();
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", page));
        foreach (Match example in Example().Matches(text).Where(example => example.Groups["language"].Value == language))
            examples.Add(example.Groups["source"].Value, example.Groups["matches"].Value, example.Groups["text"].Value);
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples), "alert-text.md", "yaml")]
    public void Render_RuleOfThePage_GivesTheTextBelowIt(string rule, string matches, string text) => Check(rule, "", matches, text);

    [Theory]
    [MemberData(nameof(Examples), "jinja.md", "jinja")]
    public void Render_TemplateOfThePage_GivesTheTextBelowIt(string template, string matches, string text) => Check(TemplateRule, template, matches, text);

    private static void Check(string yaml, string template, string json, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("elastalert-pages");
        try
        {
            var path = Path.Combine(folder.FullName, "rule.yaml");
            File.WriteAllText(path, template.Length == 0 ? yaml : $"{yaml}\nalert_text: {JsonSerializer.Serialize(template)}\n");
            var options = new RuleFileReader(static _ => null).Read(path).Options!;
            var global = new GlobalOptions { Connection = Some.Connection() };
            var (rule, problems) = new RuleReader(global, TextVector.Catalog, static _ => null, [static rule => AlertTextCheck.Check(rule, TextVector.Catalog)])
                .Read(options, new SourceLocation(path, 0, 0));

            problems.Should().BeEmpty();
            AlertRenderer.Create(rule!, rule!.Alerters[0], AlertTextProfile.Default).Body(Matches(rule, json)).TrimEnd('\n').Should().Be(expected.TrimEnd('\n'));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<RuleMatch> Matches(Rule rule, string json)
    {
        TextVector.Catalog.TryGetRuleType(rule.Type, out var type);
        var root = JsonElement.Parse(json);
        var items = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToArray() : [root];
        return [.. items.Select(Document.Of).Select(fields => Some.Match(fields.ToString()!) with { Fields = fields, Summary = type!.Summarize(rule, fields) })];
    }

    [GeneratedRegex("```(?<language>yaml|jinja)\n(?<source>[^`]*?)```\n\n```json\n(?<matches>[^`]*?)```\n\n```text\n(?<text>[^`]*?)```", RegexOptions.CultureInvariant)]
    private static partial Regex Example();
}
