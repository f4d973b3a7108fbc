using System.Text.RegularExpressions;
using ElastAlert.Configuration;
using ElastAlert.Configuration.Yaml;
using ElastAlert.DocPictures;
using ElastAlert.Hosting;
using ElastAlert.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Core.Tests.RuleTypes.Docs;

/// <summary>Holds that the pages of the rule types are true: their snippets load and compile, their pictures show what happens.</summary>
public sealed partial class RuleTypePageTests
{
    private static readonly string[] Headings = ["About", "Usage", "Options", "Telemetry", "Patterns", "Anti-patterns", "Pitfalls"];

    public static TheoryData<string> Types() => [.. BuiltInRuleTypes.All.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Page_OfAType_HasTheHouseHeadings(string type) =>
        Heading().Matches(Page(type)).Select(match => match.Groups[1].Value).Should().Equal(Headings);

    [Theory]
    [MemberData(nameof(Types))]
    public void Snippets_OfAPage_AreOneRuleWithoutProblems(string type)
    {
        var inYaml = Read(Yaml(type));
        var inCode = Read(InCode(type));

        inYaml.Problems.Where(problem => problem.Severity == RuleProblemSeverity.Error).Should().BeEmpty();
        inYaml.Rule!.Type.Should().Be(type);
        inCode.Rule!.Schedule.Should().Be(inYaml.Rule.Schedule);
        Plain(inCode.Rule).Should().BeEquivalentTo(Plain(inYaml.Rule));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void SnippetInCode_OfAPage_IsTheCompiledOne(string type)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests/ElastAlert.Core.Tests/RuleTypes/Docs/RuleTypeSnippets.cs"));

        Normal(source).Should().Contain(Normal(Snippet(type, "csharp")));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Options_OfAPage_NameWhatTheTypeRequires(string type)
    {
        var page = Page(type);

        foreach (var option in BuiltInRuleTypes.All.Single(item => item.Name == type).RequiredOptions)
            page.Should().Contain($"| `{option}` |");
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Picture_OfAPage_IsWhatTheEvaluationDraws(string type)
    {
        var scenario = Scenarios.All.Single(scenario => scenario.Type == type);
        var picture = File.ReadAllText(Path.Combine(Repository.Root, "docs/rule-types/pictures", type + ".svg"));

        picture.Should().Be(Timeline.Draw(scenario));
    }

    // Durations have several spellings; those of the schedule are compared as such.
    private static Dictionary<string, string> Plain(Rule rule) => rule.Options
        .Where(static option => option.Key != "alert" && option.Value.Kind != OptionKind.Map)
        .ToDictionary(static option => option.Key, static option => option.Value.ToJson().GetRawText());

    private static string Page(string type) => File.ReadAllText(Path.Combine(Repository.Root, "docs/rule-types", type + ".md"));

    private static string Snippet(string type, string language) =>
        Regex.Match(Page(type), $"```{language}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    private static string Normal(string code) => string.Concat(code.Where(letter => !char.IsWhiteSpace(letter)));

    private static OptionMap Yaml(string type) => YamlReader.Read($"{type}.yaml", Snippet(type, "yaml"), static _ => null).Value!.Members;

    private static OptionMap InCode(string type)
    {
        var definition = new EngineDefinition("test");
        RuleTypeSnippets.All[type](new ElastAlertBuilder(definition, new ServiceCollection()));
        return definition.Rules.Single();
    }

    private static RuleReadResult Read(OptionMap options) =>
        new RuleReader(new GlobalOptions(), new ExtensionCatalog(BuiltInRuleTypes.All, [], []), static _ => null).Read(options, new SourceLocation("page.yaml", 1, 1));

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
