using System.Text.RegularExpressions;
using ElastAlert.Testing;
using ElastAlert.TestSupport;

namespace ElastAlert.ArchitectureTests;

/// <summary>Holds what docs/guarantees.md says about tests: each that it names exists, and each fault names what shows it.</summary>
public sealed partial class GuaranteesDocTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guarantees.md"));
    private static readonly string Sources = string.Concat(SourceFiles().Select(File.ReadAllText));

    public static TheoryData<string> Tests => [.. TestName().Matches(Text).Select(static match => match.Groups[1].Value).Distinct()];

    public static TheoryData<string> Classes => [.. ClassName().Matches(Text).Select(static match => match.Groups[1].Value).Distinct()];

    public static TheoryData<string> Checks => [.. CheckName().Matches(Text).Select(static match => match.Groups[1].Value).Distinct()];

    public static TheoryData<string, string> Faults =>
        [.. Text.Split('\n').SkipWhile(static line => !line.StartsWith("| fault ", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(static line => line.StartsWith('|')).Select(static line => line.Split('|')).Select(static cells => (cells[1].Trim(), cells[3].Trim()))];

    [Theory]
    [MemberData(nameof(Tests))]
    public void Test_ThatIsNamed_Exists(string name) => Sources.Should().MatchRegex($@"public (async )?(Task|void) {name}\(");

    [Theory]
    [MemberData(nameof(Classes))]
    public void Class_ThatIsNamed_Exists(string name) => Sources.Should().MatchRegex($@"\bclass {name}\b");

    [Theory]
    [MemberData(nameof(Checks))]
    public void Check_ThatIsNamed_IsPartOfTheContract(string name) => StateStoreContract.Checks.Should().Contain(name);

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_OfTheTable_NamesWhatShowsIt(string fault, string shownBy) =>
        (TestName().IsMatch(shownBy) || CheckName().IsMatch(shownBy)).Should().BeTrue($"'{fault}' needs a test");

    [Fact]
    public void Names_AreFound()
    {
        Tests.Count.Should().BeGreaterThan(25);
        Classes.Count.Should().BeGreaterThan(3);
        Checks.Count.Should().BeGreaterThan(1);
        Faults.Count.Should().BeGreaterThan(20);
    }

    [Fact]
    public void Names_AreNotAbbreviated() => Text.Should().NotContain("_...");

    private static IEnumerable<string> SourceFiles() =>
        new[] { "tests", "src" }.SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(static file => file.EndsWith("Tests.cs", StringComparison.Ordinal) || file.EndsWith("StateStoreContract.cs", StringComparison.Ordinal));

    // Method, situation and outcome, or the latter two; every word begins with a capital letter.
    [GeneratedRegex(@"`([A-Z][a-z0-9]\w*(?:_[A-Z]\w*)+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"`(\w+(?:Tests|Contract))`")]
    private static partial Regex ClassName();

    [GeneratedRegex(@"contract: \*([^*]+)\*")]
    private static partial Regex CheckName();
}
