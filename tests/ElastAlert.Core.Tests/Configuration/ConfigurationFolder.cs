using ElastAlert.Configuration;

namespace ElastAlert.Core.Tests.Configuration;

/// <summary>Is a folder of rule files that is gone after the test.</summary>
internal sealed class ConfigurationFolder : IDisposable
{
    public const string Minimal = """
        run_every: {minutes: 1}
        buffer_time: {minutes: 15}
        es_host: localhost
        es_port: 9200
        writeback_index: wb
        rules_folder: rules
        """;

    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);
    private YamlRuleSource? _source;

    public string Path { get; } = Directory.CreateTempSubdirectory("elastalert-rules-").FullName;

    public string Global { get; set; } = "";

    public ConfigurationFolder Set(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    public ConfigurationFolder Write(string name, string text)
    {
        var path = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return this;
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public GlobalOptionsResult Configuration()
    {
        Write("config.txt", Minimal + "\n" + Global);
        var result = ConfigurationFile.Read(File("config.txt"), Environment);
        return result with { Options = result.Options is null ? null : result.Options with { RulesFolders = [Path] } };
    }

    public async Task<RuleSet> Load(string? only = null)
    {
        _source ??= Source(only);
        return await _source.LoadAsync(CancellationToken.None);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private YamlRuleSource Source(string? only)
    {
        var global = Configuration();
        global.Problems.Where(static problem => problem.Severity == RuleProblemSeverity.Error).Should().BeEmpty();
        return new YamlRuleSource(global.Options!, new RuleReader(global.Options!, Some.Extensions, Environment), Environment, only);
    }

    private string? Environment(string name) => _environment.GetValueOrDefault(name);
}
