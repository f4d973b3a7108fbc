using System.Text.RegularExpressions;
using ElastAlert.Alerters.Tests.Vectors;
using ElastAlert.Configuration.Schema;
using ElastAlert.Testing;
using ElastAlert.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Alerters.Tests.Docs;

/// <summary>Holds that the pages of the alerters are true: there is one for each, its example loads, its options exist.</summary>
public sealed partial class AlerterPageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("elastalert-pages");

    public static TheoryData<string> Names() => [.. VectorRule.Catalog.Alerters];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_OfAnAlerter_HasTheHouseHeadings(string name) =>
        Heading().Matches(Page(name)).Select(static match => match.Groups[1].Value).Should()
            .Equal("About", "Usage", "Options", "What is retried", "What is kept secret", "Telemetry", "Patterns", "Anti-patterns");

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_OfAPage_LoadsAndMakesTheAlerter(string name)
    {
        var path = Path.Combine(_folder.FullName, "rule.yaml");
        File.WriteAllText(Path.Combine(_folder.FullName, "account.yaml"), "apikey: x\n");
        File.WriteAllText(path, Regex.Match(Page(name), "```yaml\n(.*?)```", RegexOptions.Singleline).Groups[1].Value
            .Replace("/etc/elastalert/jira.yaml", Path.Combine(_folder.FullName, "account.yaml"), StringComparison.Ordinal));

        var result = VectorRule.Read(path);

        result.Problems.Where(problem => problem.Severity == RuleProblemSeverity.Error || name != "ms_teams").Should().BeEmpty();
        VectorRule.Catalog.TryGetAlerter(name, out var registration);
        var services = new ServiceCollection().AddElastAlertAlerters().BuildServiceProvider();
        var context = new AlerterContext(result.Rule!, result.Rule!.Alerters[0], services) { Transports = static _ => new ScriptedSearchTransport() };
        registration!.Create(context).Should().NotBeNull();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_OfAPage_ExistAndNameWhatIsRequired(string name)
    {
        var options = Option().Matches(Page(name)).Select(static match => match.Groups[1].Value).ToList();
        VectorRule.Catalog.TryGetAlerter(name, out var registration);

        options.Should().OnlyHaveUniqueItems();
        registration!.RequiredOptions.Should().BeSubsetOf(options);
        var known = OptionSchema.Reference.Options.Keys.Concat(registration.KnownOptions).Concat(registration.RequiredOptions).ToHashSet();
        options.Where(option => !known.Contains(option)).Should().BeEmpty("an option that nothing knows would be reported as a mistake");
    }

    [Theory]
    [InlineData("StatusPageOptions.cs")]
    [InlineData("StatusPageAlerter.cs")]
    [InlineData("StatusPageAlerterTests.cs")]
    [InlineData("StatusPageHost.cs")]
    public void Snippets_OfTheExtendingPage_AreTheCompiledFiles(string file)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/extending-alerters.md"));
        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests/ElastAlert.Alerters.Tests/Docs", file));

        page.Should().Contain($"```csharp\n{source}```");
    }

    private static string Page(string name) => File.ReadAllText(Path.Combine(Repository.Root, "docs/alerters", name + ".md"));

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^\\| `([a-z0-9_]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Option();
}
