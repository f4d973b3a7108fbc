using System.Text.Json;
using ElastAlert.Alerters;
using ElastAlert.Configuration;
using ElastAlert.Testing;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Loads the rule of a recorded case as an installation does, from a folder with its files.</summary>
internal sealed class VectorRule : IDisposable
{
    private static readonly GlobalOptions Global = new() { Connection = Some.Connection() };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("elastalert-vectors");
    private readonly List<string> _moved = [];

    public VectorRule(AlerterVector vector)
    {
        var rules = _folder.CreateSubdirectory("rules");
        foreach (var file in vector.Find("files")?.EnumerateObject() ?? Enumerable.Empty<JsonProperty>())
            Write(file.Name, file.Value);
        var path = Path.Combine(rules.FullName, "example.yaml");
        File.WriteAllText(path, Moved(vector.Case.GetProperty("rule").GetRawText()));
        var result = Read(path);
        // The cases were recorded where local time is UTC.
        Rule = result.Rule is { } rule ? rule with { Timestamp = rule.Timestamp with { LocalTimeZone = TimeZoneInfo.Utc } } : null;
        Problems = result.Problems;
    }

    /// <summary>Gets the rule, or nothing when it is refused.</summary>
    public Rule? Rule { get; }

    public IReadOnlyList<RuleProblem> Problems { get; }

    public static ExtensionCatalog Catalog { get; } =
        new([new RuleTypeRegistration { Name = "any", Create = static _ => throw new NotSupportedException() }], [.. CoreAlerters.All, .. BuiltInAlerters.All], []);

    /// <summary>Returns whether an option belongs to an alerter that is built.</summary>
    public static bool IsAlerterOption(string? key) => key is not null && !key.EndsWith("_file", StringComparison.Ordinal)
        && Catalog.Alerters.Any(name => key.StartsWith(name.Split('_')[0], StringComparison.Ordinal));

    public void Dispose() => _folder.Delete(recursive: true);

    // Files of a case with an absolute path are put below the folder, and the rule is told.
    private string Moved(string text)
    {
        foreach (var name in _moved)
            text = text.Replace($"\"{name}", $"\"{_folder.FullName}{name}", StringComparison.Ordinal);
        return text;
    }

    private void Write(string name, JsonElement content)
    {
        if (name.StartsWith('/'))
            _moved.Add(Path.GetDirectoryName(name)!);
        var path = Path.Combine(_folder.FullName, name.TrimStart('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (content.ValueKind == JsonValueKind.String && !name.EndsWith(".yaml", StringComparison.Ordinal))
            File.WriteAllBytes(path, Convert.FromBase64String(content.GetString()!));
        else
            File.WriteAllText(path, content.GetRawText());
    }

    public static RuleReadResult Read(string path)
    {
        var file = new RuleFileReader(static _ => null).Read(path);
        return file.Options is null
            ? new RuleReadResult(null, file.Problems)
            : new RuleReader(Global, Catalog, static _ => null).Read(file.Options, new SourceLocation(path, 0, 0));
    }
}
