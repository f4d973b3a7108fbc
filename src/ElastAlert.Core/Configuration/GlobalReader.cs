using ElastAlert.Configuration.Schema;

namespace ElastAlert.Configuration;

/// <summary>Turns the options of a global configuration into what the engine reads.</summary>
internal static class GlobalReader
{
    private static readonly string[] Required = ["run_every", "es_host", "es_port", "writeback_index", "buffer_time", "rules_folder"];

    /// <summary>Reads a configuration as a file holds it.</summary>
    /// <returns>The options, or <see langword="null"/> when a problem is an error.</returns>
    public static GlobalOptions? Read(OptionMap written, SourceLocation source, Func<string, string?> environment, ProblemList problems)
    {
        var reader = new OptionReader(EnvironmentOverrides.Apply(written, environment), problems, source);
        CheckRequired(reader, source);
        CheckShapes(reader);
        CheckLoader(reader);
        UnknownOptions.Warn(reader, OptionSchema.Reference.Names, []);
        NotInEffectYet.Warn(reader);
        var global = Typed(reader, source, environment);
        return problems.HasErrors ? null : global;
    }

    private static GlobalOptions Typed(OptionReader reader, SourceLocation source, Func<string, string?> environment)
    {
        var defaults = new GlobalOptions();
        return new GlobalOptions
        {
            RunEvery = RuleScheduleReader.Positive(reader, "run_every") ?? defaults.RunEvery,
            BufferTime = RuleScheduleReader.NotNegative(reader, "buffer_time") ?? defaults.BufferTime,
            Connection = reader.Has("es_host") || reader.Has("es_hosts") ? ConnectionReader.Read(reader, environment) : null,
            WritebackIndex = reader.TextOrNothing("writeback_index"),
            RulesFolders = reader.Texts("rules_folder"),
            ScanSubdirectories = reader.Flag("scan_subdirectories", true),
            SkipInvalid = reader.Flag("skip_invalid"),
            AlertTimeLimit = reader.Duration("alert_time_limit") ?? defaults.AlertTimeLimit,
            OldQueryLimit = reader.Duration("old_query_limit") ?? defaults.OldQueryLimit,
            MaxThreads = reader.Whole("max_threads", defaults.MaxThreads, 1),
            DisableRulesOnError = reader.Flag("disable_rules_on_error", true),
            ShowDisabledRules = reader.Flag("show_disabled_rules", true),
            ReplaceDotsInFieldNames = reader.Flag("replace_dots_in_field_names"),
            NotifyEmail = NotifyEmail(reader),
            NotifyAlert = reader.Has("notify_alert") ? AlerterEntries.Read(reader, "notify_alert") : [],
            NotifyAllErrors = reader.Flag("notify_all_errors"),
            Logging = LoggingReader.Read(reader),
            Options = reader.Options,
            Source = source,
        };
    }

    /// <summary>Reads recipients; <c>false</c> and the like, which files have, mean nobody.</summary>
    public static IReadOnlyList<string> NotifyEmail(OptionReader reader)
    {
        if (reader.Value("notify_email") is not { IsFalsy: true, Kind: not (OptionKind.Text or OptionKind.List) } value)
            return reader.Texts("notify_email");
        reader.Problems.Warn(value.Location, "notify_email", $"should be an address or a list of addresses, was {ValueText.Of("notify_email", value)}; nobody is mailed.", "Remove it.");
        return [];
    }

    private static void CheckRequired(OptionReader reader, SourceLocation source)
    {
        var missing = Required.Where(key => !reader.Has(key) && !(key == "rules_folder" && HasOwnLoader(reader))).ToList();
        if (missing.Count > 0)
            reader.Problems.Error(source, null, $"The configuration must contain {string.Join(", ", missing)}.", "Add what is missing at the top level of the file.");
    }

    // The reference has no schema for this file, so values that only rules read are questionable, not refused.
    private static void CheckShapes(OptionReader reader)
    {
        foreach (var option in reader.Options.Entries)
        {
            var isGlobal = OptionSchema.Reference.Global.TryGetValue(option.Key, out var shape);
            if ((isGlobal || OptionSchema.Reference.Options.TryGetValue(option.Key, out shape)) && shape!.Find(option.Value) is { } mismatch && !IsReadStrictly(option.Key))
                ShapeProblem.Add(reader.Problems, option.Key, option.KeyLocation, mismatch, RuleProblemSeverity.Warning);
        }
    }

    private static bool IsReadStrictly(string key) => key is "run_every" or "buffer_time" or "es_port" or "notify_email";

    private static bool HasOwnLoader(OptionReader reader) => reader.Has("rules_loader") && reader.Text("rules_loader") is not ("file" or null);

    private static void CheckLoader(OptionReader reader)
    {
        if (HasOwnLoader(reader))
            reader.Error("rules_loader", "names a loader of the Python version.", "Use 'file', or register a rule source in the host.");
    }
}
