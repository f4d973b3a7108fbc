using System.Text.Json;
using ElastAlert.Alerting.Text.Rendering;
using ElastAlert.Configuration;
using ElastAlert.Hosting;
using ElastAlert.Testing;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Tests.Texts;

/// <summary>Is one recorded text: a rule as written, matches, and the subject and body that the reference made.</summary>
internal sealed class TextVector
{
    private static readonly JsonElement Cases = TestSupport.Vectors.Open("alert-text-vectors.json").RootElement.GetProperty("cases");

    private readonly JsonElement _case;

    private TextVector(JsonElement item) => _case = item;

    public static ExtensionCatalog Catalog { get; } = new(BuiltInRuleTypes.All, [.. CoreAlerters.All, .. BuiltInAlerters.All], []);

    public static IEnumerable<string> Ids => Cases.EnumerateArray().Select(static item => item.GetProperty("id").GetString()!);

    public JsonElement Expect => _case.GetProperty("expect");

    public static TextVector Get(string id) => new(Cases.EnumerateArray().Single(item => item.GetProperty("id").ValueEquals(id)));

    public string? Expected(string name) => Expect.TryGetProperty(name, out var text) ? text.GetString() : null;

    /// <summary>Loads the rule from a file, as an installation does.</summary>
    public RuleReadResult Load(string folder)
    {
        var text = _case.GetProperty("rule").GetRawText();
        if (_case.TryGetProperty("files", out var files))
        {
            foreach (var file in files.EnumerateObject())
            {
                File.WriteAllText(Path.Combine(folder, file.Name), file.Value.ValueKind == JsonValueKind.String ? file.Value.GetString() : file.Value.GetRawText());
                text = text.Replace($"\"{file.Name}\"", $"\"{Path.Combine(folder, file.Name)}\"", StringComparison.Ordinal);
            }
        }

        foreach (var account in (string[])["a.yaml", "acct.yaml"])
            File.WriteAllText(Path.Combine(folder, account), "{user: u, password: p}");
        var path = Path.Combine(folder, "example.yaml");
        File.WriteAllText(path, text);
        var read = new RuleFileReader(static _ => null).Read(path);
        var result = new RuleReader(Global(), Catalog, static _ => null, [static rule => AlertTextCheck.Check(rule, Catalog)]).Read(read.Options!, new SourceLocation(path, 0, 0));
        return result with { Rule = result.Rule is null ? null : result.Rule with { Timestamp = result.Rule.Timestamp with { LocalTimeZone = Zone() } } };
    }

    public AlertRenderer Renderer(Rule rule)
    {
        var entry = rule.Alerters[_case.TryGetProperty("alerter_index", out var index) ? index.GetInt32() : 0];
        return AlertRenderer.Create(rule, entry, AlertTextCheck.ProfileOf(entry, Catalog));
    }

    public IReadOnlyList<RuleMatch> Matches(Rule rule)
    {
        Catalog.TryGetRuleType(rule.Type, out var type);
        return [.. _case.GetProperty("matches").EnumerateArray().Select(Document.Of).Select(fields => new RuleMatch
        {
            Fields = fields,
            Timestamp = IsoTime.TryParse(fields.Find(rule.Timestamp.Field).AsText() ?? "", out var moment) ? moment : Some.Moment,
            Summary = type!.Summarize(rule, fields),
        })];
    }

    private GlobalOptions Global()
    {
        var options = _case.TryGetProperty("config", out var config) ? Some.Options(config.GetRawText()) : OptionMap.Empty;
        return new GlobalOptions { Connection = Some.Connection(), Options = options };
    }

    private TimeZoneInfo Zone() => TimeZoneInfo.FindSystemTimeZoneById(_case.TryGetProperty("tz", out var zone) ? zone.GetString()! : "UTC");
}
