namespace ElastAlert.Configuration;

/// <summary>Sees to it that each name is there once, disabled rules included.</summary>
internal static class RuleNames
{
    /// <summary>
    /// Returns the rule of each file. Of several with one name the one that bore it before keeps it, at the start the first;
    /// the others fall back to what they were before, if that is free.
    /// </summary>
    public static IReadOnlyDictionary<string, LoadedFile> Unique(
        IReadOnlyList<LoadedFile> files, IReadOnlyDictionary<string, LoadedFile> before, ProblemList problems)
    {
        var owners = new Dictionary<string, LoadedFile>(StringComparer.Ordinal);
        var losers = new List<LoadedFile>();
        foreach (var file in files.Where(static file => file.Rule is not null).OrderBy(file => BoreItsName(file, before) ? 0 : 1))
        {
            if (owners.TryAdd(file.Rule!.Name, file))
                continue;
            losers.Add(file);
            problems.Add(Problem(file, owners[file.Rule.Name]));
        }

        foreach (var loser in losers)
        {
            if (before.GetValueOrDefault(loser.Path) is { Rule: not null } earlier)
                owners.TryAdd(earlier.Rule.Name, earlier);
        }

        return owners.Values.ToDictionary(static file => file.Path, StringComparer.Ordinal);
    }

    private static bool BoreItsName(LoadedFile file, IReadOnlyDictionary<string, LoadedFile> before) =>
        before.GetValueOrDefault(file.Path)?.Rule?.Name == file.Rule!.Name;

    private static RuleProblem Problem(LoadedFile file, LoadedFile owner)
    {
        var rule = file.Rule!;
        var place = rule.Options.GetValueOrDefault("name")?.Location ?? rule.Source;
        return new RuleProblem(RuleProblemSeverity.Error, place, $"Duplicate rule named {rule.Name}; the other is in {owner.Path}.")
        {
            Rule = rule.Name,
            Key = "name",
            Cure = "Give each rule a name of its own.",
        };
    }
}
