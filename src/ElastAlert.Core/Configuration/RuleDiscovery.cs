namespace ElastAlert.Configuration;

/// <summary>Finds the rule files of folders, in a stable order.</summary>
internal static class RuleDiscovery
{
    /// <summary>Returns the rule files; a missing folder becomes a problem.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="recursive">Whether folders below them are searched too.</param>
    /// <param name="only">The one rule that is asked for: a path, or the name of a file; <see langword="null"/> for all.</param>
    /// <param name="problems">What went wrong.</param>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> folders, bool recursive, string? only, ProblemList problems)
    {
        if (only is not null && File.Exists(only))
            return [only];
        var files = folders.SelectMany(folder => Files(folder, recursive, problems)).Distinct(StringComparer.Ordinal).ToList();
        if (only is null)
            return files;
        var named = files.Where(file => Path.GetFileName(file) == only).ToList();
        if (named.Count == 0)
            problems.Error(new SourceLocation(only, 0, 0), null, "No rule file has this name.", "Give the path of a rule file, or its name below rules_folder.");
        return named;
    }

    private static List<string> Files(string folder, bool recursive, ProblemList problems)
    {
        if (Directory.Exists(folder))
            return [.. Below(folder, recursive, []).Order(StringComparer.Ordinal)];
        problems.Error(new SourceLocation(folder, 0, 0), "rules_folder", "The rules folder does not exist.", "Create it, or correct rules_folder.");
        return [];
    }

    // Links are followed; a link that leads back into a folder above it is not entered again.
    private static IEnumerable<string> Below(string folder, bool recursive, IReadOnlyList<string> above)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(IsRule))
            yield return file;
        if (!recursive)
            yield break;
        IReadOnlyList<string> chain = [.. above, Target(folder)];
        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            if (Path.GetFileName(child).StartsWith("..", StringComparison.Ordinal) || chain.Contains(Target(child)))
                continue;
            foreach (var file in Below(child, recursive, chain))
                yield return file;
        }
    }

    private static bool IsRule(string file) => file.EndsWith(".yaml", StringComparison.Ordinal) || file.EndsWith(".yml", StringComparison.Ordinal);

    private static string Target(string folder) =>
        Path.GetFullPath(new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder);
}
