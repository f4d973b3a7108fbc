using System.Text.RegularExpressions;
using ElastAlert.TestSupport;

namespace ElastAlert.ArchitectureTests;

/// <summary>Holds the directions between the folders of ElastAlert.Core: no two folders use each other, and arrows point one way.</summary>
public sealed partial class FolderDirectionTests
{
    // The folder, and what it may use besides Abstractions and Values. A child folder may use its parents.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Abstractions"] = [],
        ["Values"] = [],
        ["Configuration"] = ["Scheduling"],
        ["Scheduling"] = [],
        ["Diagnostics"] = [],
        ["RuleTypes"] = [],
        ["Search"] = ["Diagnostics"],
        ["Querying"] = ["Search", "Diagnostics"],
        ["State"] = ["Search", "Diagnostics"],
        ["Alerting"] = ["Diagnostics"],
        ["Alerting/Text"] = [],
        ["Alerting/Stages"] = ["Alerting/Text", "Diagnostics"],
        ["Alerters"] = ["Alerting", "Alerting/Text"],
        ["Delivery"] = ["Alerting", "Diagnostics"],
        ["Engine"] = ["Configuration", "Scheduling", "Querying", "Search", "Alerting", "Alerting/Text", "Alerting/Stages", "Delivery", "Diagnostics"],
        ["Hosting"] = ["*"],
    };

    // Each of these uses those before it, and the folder Engine itself uses all of them.
    private static readonly string[] EngineFolders =
        ["Engine/Seen", "Engine/Memory", "Engine/Reading", "Engine/Services", "Engine/Commits", "Engine/Rules", "Engine/Runs", "Engine"];

    public static TheoryData<string> Files() =>
        [.. SourceFiles().Select(file => Path.GetRelativePath(CoreFolder, file).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Usings_OfAFile_PointInAnAllowedDirection(string file)
    {
        var folder = Path.GetDirectoryName(file)!.Replace('\\', '/');
        var wrong = UsedFolders(Path.Combine(CoreFolder, file)).Where(used => !MayUse(folder, used)).ToList();

        wrong.Should().BeEmpty($"a file of {folder} may use only what stands beside it in the table of this test");
    }

    [Fact]
    public void Namespaces_OfAllFiles_AreTheirFolders()
    {
        var wrong = new List<string>();
        foreach (var file in SourceFiles())
        {
            var declared = NamespaceLine().Match(File.ReadAllText(file)).Groups[1].Value;
            var folder = Path.GetDirectoryName(Path.GetRelativePath(CoreFolder, file))!.Replace(Path.DirectorySeparatorChar, '.');
            var expected = folder == "Abstractions" ? "ElastAlert" : $"ElastAlert.{folder}";
            if (declared != expected && declared != "Microsoft.Extensions.DependencyInjection")
                wrong.Add($"{file}: {declared}, expected {expected}");
        }

        wrong.Should().BeEmpty();
    }

    private static string CoreFolder => Path.Combine(Repository.Root, "src", "ElastAlert.Core");

    private static IEnumerable<string> SourceFiles() => Directory
        .EnumerateFiles(CoreFolder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> UsedFolders(string file) => UsingLine().Matches(File.ReadAllText(file))
        .Select(match => match.Groups[1].Value.Replace('.', '/'))
        .Where(folder => Directory.Exists(Path.Combine(CoreFolder, folder)))
        .Distinct();

    private static bool MayUse(string folder, string used)
    {
        if (TopOf(used) == "Engine" && TopOf(folder) == "Engine")
            return Array.IndexOf(EngineFolders, used) is >= 0 and var place && place <= Array.IndexOf(EngineFolders, folder);
        if (TopOf(used) == "Values" || used == folder || IsAncestor(used, folder))
            return true;
        var rule = RuleOf(folder);
        if (rule.Contains("*") || rule.Any(allowed => used == allowed || IsAncestor(allowed, used)))
            return true;
        // A rule type uses the shared windows, never another rule type; elsewhere siblings below one folder work together.
        if (folder.StartsWith("RuleTypes/", StringComparison.Ordinal))
            return used == "RuleTypes/Windows";
        return TopOf(folder) == TopOf(used) && !folder.StartsWith("Alerting", StringComparison.Ordinal) && !folder.StartsWith("Alerters", StringComparison.Ordinal)
            || IsAncestor(folder, used) && folder.Contains('/', StringComparison.Ordinal)
            || folder.StartsWith("Alerting/Text", StringComparison.Ordinal) && used.StartsWith("Alerting/Text", StringComparison.Ordinal)
            || folder == "RuleTypes" && used.StartsWith("RuleTypes/", StringComparison.Ordinal)
            || folder == "Alerters" && used.StartsWith("Alerters/", StringComparison.Ordinal)
            || folder == "Alerting" && used.StartsWith("Alerting/", StringComparison.Ordinal);
    }

    private static string[] RuleOf(string folder)
    {
        for (var name = folder; ; name = name[..name.LastIndexOf('/')])
        {
            if (Allowed.TryGetValue(name, out var rule))
                return rule;
            if (!name.Contains('/', StringComparison.Ordinal))
                throw new InvalidOperationException($"The folder {folder} is not in the table of this test.");
        }
    }

    private static string TopOf(string folder) => folder.Split('/')[0];

    private static bool IsAncestor(string parent, string child) => child.StartsWith(parent + "/", StringComparison.Ordinal);

    [GeneratedRegex(@"^using (?:static )?ElastAlert\.([A-Za-z.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"^namespace ([A-Za-z.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
