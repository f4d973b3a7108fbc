using ElastAlert.Configuration;
using ElastAlert.Configuration.Yaml;

namespace ElastAlert.Core.Tests.Configuration;

/// <summary>Makes what the tests of this folder need.</summary>
internal static class Some
{
    public static ExtensionCatalog NoExtensions { get; } = new([], [], []);

    /// <summary>Gets a catalogue with the types <c>any</c> and <c>frequency</c>, the alerters <c>debug</c> and <c>command</c>, and an enhancement.</summary>
    public static ExtensionCatalog Extensions { get; } = new(
        [RuleType("any"), RuleType("frequency", QueryKind.Hits, QueryKind.Count, QueryKind.Terms), RuleType("company.rules.Odd")],
        [Alerter("debug"), Alerter("command")],
        [new EnhancementRegistration { Name = "company.Enhance", Create = static (_, _) => throw new NotSupportedException() }]);

    public static OptionMap Options(string yaml, string file = "config.yaml") => YamlReader.Read(file, yaml, static _ => null).Value!.Members;

    /// <summary>Reads a rule of type any that is written to the console, with more options.</summary>
    public static RuleReadResult Rule(string more, string global = "", string type = "any", Func<string, string?>? environment = null)
    {
        var own = Options("name: r\nindex: logs-*\nalert: debug\ntype: " + type).Overlay(Options(more, "rule.yaml"));
        return Read(own, global, environment);
    }

    public static RuleReadResult Read(OptionMap own, string global = "", Func<string, string?>? environment = null)
    {
        environment ??= static _ => null;
        var problems = new ProblemList();
        var options = GlobalReader.Read(Options(ConfigurationFolder.Minimal + "\n" + global), new SourceLocation("config.yaml", 0, 0), environment, problems);
        options.Should().NotBeNull(string.Join('\n', problems.All));
        return new RuleReader(options!, Extensions, environment).Read(own, new SourceLocation("rule.yaml", 0, 0));
    }

    public static Rule ValidRule(string more, string global = "", string type = "any", Func<string, string?>? environment = null)
    {
        var result = Rule(more, global, type, environment);
        result.Rule.Should().NotBeNull(string.Join('\n', result.Problems));
        return result.Rule!;
    }

    private static RuleTypeRegistration RuleType(string name, params QueryKind[] kinds) => new()
    {
        Name = name,
        Create = static _ => throw new NotSupportedException(),
        Describe = _ => new RuleTypeNeeds { QueryKinds = kinds.Length == 0 ? [QueryKind.Hits] : kinds },
    };

    private static AlerterRegistration Alerter(string name) => new() { Name = name, Create = static _ => throw new NotSupportedException() };
}
