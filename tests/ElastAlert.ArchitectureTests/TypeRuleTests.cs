using System.Reflection;
using System.Text.RegularExpressions;
using ElastAlert.TestSupport;

namespace ElastAlert.ArchitectureTests;

/// <summary>Holds the rules about types: sealed unless there is a reason, and one type a file.</summary>
public sealed partial class TypeRuleTests
{
    private static readonly string[] Packages =
        ["ElastAlert.Core", "ElastAlert.Alerters", "ElastAlert.Embedded", "ElastAlert.Sqlite", "ElastAlert.Testing"];

    [Fact]
    public void Classes_OfAllPackages_AreSealedUnlessATypeDerivesFromThem()
    {
        var types = Packages.SelectMany(name => Assembly.Load(name).GetTypes()).ToList();
        var parents = types.Select(type => type.BaseType).ToHashSet();
        var open = types
            .Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && !type.Name.Contains('<', StringComparison.Ordinal))
            .Where(type => !parents.Contains(type))
            .Where(type => type.Namespace?.StartsWith("ElastAlert", StringComparison.Ordinal) == true)
            .Select(type => type.FullName);

        open.Should().BeEmpty();
    }

    [Fact]
    public void Files_OfAllPackages_HoldOneTypeOfTheirName()
    {
        var wrong = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (File: Path.GetRelativePath(Repository.Root, file), Types: TypeLine().Matches(File.ReadAllText(file))))
            .Where(item => item.Types.Count > 1)
            .Select(item => $"{item.File}: {string.Join(", ", item.Types.Select(match => match.Groups[1].Value))}");

        wrong.Should().BeEmpty();
    }

    [GeneratedRegex(@"^(?:public |internal |file )(?:(?:sealed|static|abstract|readonly|partial|ref) )*(?:class|record struct|record class|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeLine();
}
