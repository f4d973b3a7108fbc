namespace ElastAlert.Core.Tests.Configuration;

/// <summary>Reads the reviewed list of files whose verdict differs from the reference's on purpose.</summary>
internal static class CorpusDifferences
{
    /// <summary>Returns the reason for each file of <c>corpus-differences.md</c>, a table row a file.</summary>
    public static IReadOnlyDictionary<string, string> Read() => File
        .ReadAllLines(Path.Combine(TestSupport.Repository.Root, "tests/ElastAlert.Core.Tests/Configuration/corpus-differences.md"))
        .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(static cells => cells.Length >= 4 && cells[1].StartsWith('`'))
        .ToDictionary(static cells => cells[1].Trim('`'), static cells => cells[2]);
}
