namespace ElastAlert.Configuration;

/// <summary>Reads a rule file and lays the files that it imports beneath it.</summary>
internal sealed class RuleFileReader(Func<string, string?> environment)
{
    /// <summary>Reads a file with its imports.</summary>
    public RuleFile Read(string path)
    {
        var problems = new ProblemList();
        var files = new List<string> { path };
        var options = OptionFile.Read(path, environment, problems);
        if (options is not null)
        {
            problems.Rule = options.Text("name");
            options = Merged(path, options, files, problems);
        }

        return new RuleFile(problems.HasErrors ? null : options, files, problems.All);
    }

    // A walk in depth: what is listed later is taken first, and what is there already wins; filters are put in front.
    private OptionMap Merged(string path, OptionMap options, List<string> files, ProblemList problems)
    {
        var waiting = new Stack<Import>();
        Push(waiting, new Import(path, null, default), options, problems);
        var merged = options.Without("import");
        while (waiting.TryPop(out var import))
        {
            var file = Find(import, path);
            if (import.Importer!.Chain().Contains(Path.GetFullPath(file)))
            {
                problems.Error(import.Location, "import", $"leads back to '{file}'.", "Remove one of the imports of the circle.");
                continue;
            }

            files.Add(file);
            if (OptionFile.Read(file, environment, problems, import.Location) is not { } imported)
                continue;
            merged = Beneath(merged, imported);
            Push(waiting, import with { Path = file }, imported, problems);
        }

        return merged;
    }

    private static void Push(Stack<Import> waiting, Import importer, OptionMap options, ProblemList problems)
    {
        if (!options.TryGetValue("import", out var value))
            return;
        IReadOnlyList<OptionValue> paths = value.Kind == OptionKind.List ? value.Items : [value];
        foreach (var path in paths)
        {
            if (path.Value is string { Length: > 0 } text && path.Kind == OptionKind.Text)
                waiting.Push(new Import(text, importer, path.Location));
            else
                problems.Error(path.Location, "import", $"must be a path or a list of paths, was {ValueText.Of("import", path)}.", "Name a file.");
        }
    }

    // Relative paths begin at the importing file; the reference begins at the rule itself, which stays as the second try.
    private static string Find(Import import, string rule)
    {
        var besideImporter = Path.Combine(Path.GetDirectoryName(import.Importer!.Path) ?? "", import.Path);
        var besideRule = Path.Combine(Path.GetDirectoryName(rule) ?? "", import.Path);
        return File.Exists(besideImporter) || !File.Exists(besideRule) ? besideImporter : besideRule;
    }

    private static OptionMap Beneath(OptionMap upper, OptionMap lower)
    {
        var merged = OptionMap.FromEntries(upper.Entries.Concat(lower.Entries.Where(option => option.Key != "import" && !upper.ContainsKey(option.Key))));
        return upper.TryGetValue("filter", out var above) && lower.TryGetValue("filter", out var below)
            && above.Kind == OptionKind.List && below.Kind == OptionKind.List
                ? merged.With("filter", OptionValue.Of([.. below.Items, .. above.Items], above.Location))
                : merged;
    }

    private sealed record Import(string Path, Import? Importer, SourceLocation Location)
    {
        public IEnumerable<string> Chain()
        {
            for (var import = this; import is not null; import = import.Importer)
                yield return System.IO.Path.GetFullPath(import.Path);
        }
    }
}
