using ElastAlert.Configuration.Schema;

namespace ElastAlert.Configuration;

/// <summary>Turns the options of one rule, wherever they come from, into a checked rule.</summary>
/// <param name="global">The global options, which supply defaults.</param>
/// <param name="catalog">What the engine can run.</param>
/// <param name="environment">The environment, for credentials.</param>
/// <param name="checks">More checks of a whole rule, such as of its templates; run once it is otherwise free of errors.</param>
internal sealed class RuleReader(
    GlobalOptions global, ExtensionCatalog catalog, Func<string, string?> environment, IReadOnlyList<Func<Rule, IEnumerable<RuleProblem>>>? checks = null)
{
    private static readonly ConnectionOptions NoConnection = new() { Nodes = [new Uri("http://localhost:9200")], Host = "localhost" };

    private readonly RuleRequirements _requirements = new(catalog);

    // A global option that nothing reads is reported once, for the global file.
    private readonly HashSet<string> _names = [.. OptionSchema.Reference.Names, .. global.Options.Keys, "rule_file", "compound_query_key", "compound_aggregation_key"];

    /// <summary>Reads a rule.</summary>
    /// <param name="own">Its own options, imports included.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="isFile">Whether <paramref name="source"/> is a file, which then names the rule where nothing else does.</param>
    public RuleReadResult Read(OptionMap own, SourceLocation source, bool isFile = true)
    {
        var problems = new ProblemList();
        var name = Name(own, source, problems);
        problems.Rule = name;
        RuleSchemaCheck.Check(new OptionReader(own, problems, source), source);
        var reader = new OptionReader(RuleOptions.Merge(own, global, name, source, isFile), problems, source);
        var rule = Typed(reader, own, name, source);
        CheckWhole(reader, rule);
        return new RuleReadResult(problems.HasErrors ? null : Finished(rule, problems), problems.All);
    }

    private static string Name(OptionMap own, SourceLocation source, ProblemList problems)
    {
        if (own.Text("name") is { } name)
            return name;
        var derived = Path.ChangeExtension(source.File, null);
        if (!own.ContainsKey("name"))
            problems.Add(new RuleProblem(RuleProblemSeverity.Warning, source, $"The rule has no name; it is called '{derived}', and moving the file loses its state.") { Rule = derived, Key = "name", Cure = "Add a name." });
        return derived;
    }

    private Rule Typed(OptionReader reader, OptionMap own, string name, SourceLocation source)
    {
        var type = reader.Text("type") ?? "";
        var alerting = RuleAlertingReader.Read(reader, global, name);
        return new Rule
        {
            Name = name,
            Type = type,
            IsEnabled = reader.Flag("is_enabled", true),
            Description = reader.TextOfScalar("description") ?? "",
            Owner = reader.TextOrNothing("owner") ?? "",
            Category = reader.TextOrNothing("category") ?? "",
            Priority = reader.Whole("priority", 2),
            Query = RuleQueryReader.Read(reader, RuleRequirements.Queries(type)),
            Timestamp = RuleTimestampReader.Read(reader),
            Schedule = RuleScheduleReader.Read(reader, global),
            Alerting = alerting,
            Alerters = AlerterEntries.Read(reader, "alert"),
            Connection = ConnectionReader.ReadRule(reader, own, global.Connection, environment) ?? NoConnection,
            Options = reader.Options,
            Source = source,
        };
    }

    private void CheckWhole(OptionReader reader, Rule rule)
    {
        if (rule.Type.Length > 0)
            _requirements.CheckType(reader, rule.Type);
        foreach (var entry in rule.Alerters)
            _requirements.CheckAlerter(reader, entry);
        _requirements.CheckEnhancements(reader, rule.Alerting.MatchEnhancements);
        ReferencedFiles.Check(reader, rule);
        UnknownOptions.Warn(reader, _names, OwnOptions(rule));
        NotInEffectYet.Warn(reader);
    }

    private List<string> OwnOptions(Rule rule)
    {
        var own = new List<string>();
        if (catalog.TryGetRuleType(rule.Type, out var type))
            own.AddRange(type.RequiredOptions.Concat(type.KnownOptions));
        foreach (var entry in rule.Alerters)
        {
            if (catalog.TryGetAlerter(entry.Name, out var alerter))
                own.AddRange(alerter.RequiredOptions.Concat(alerter.KnownOptions));
        }

        return own;
    }

    // What plug-ins are asked sees a rule that is otherwise sound.
    private Rule? Finished(Rule rule, ProblemList problems)
    {
        if (catalog.TryGetRuleType(rule.Type, out var type))
        {
            problems.AddRange(type.Validate?.Invoke(rule) ?? []);
            if (!problems.HasErrors)
                rule = Asked(rule, type.Describe(rule), problems);
        }

        foreach (var entry in rule.Alerters)
        {
            if (catalog.TryGetAlerter(entry.Name, out var alerter))
                problems.AddRange(alerter.Validate?.Invoke(rule, entry) ?? []);
        }

        foreach (var check in checks ?? [])
            problems.AddRange(check(rule));
        return problems.HasErrors ? null : rule with { Fingerprint = RuleFingerprint.Of(rule) };
    }

    private static Rule Asked(Rule rule, RuleTypeNeeds needs, ProblemList problems)
    {
        if (needs.Aggregation is not null && rule.Query.Kind == QueryKind.Hits)
            return rule with { Query = rule.Query with { Kind = QueryKind.Aggregation } };
        if (rule.Query.Kind is QueryKind.Count or QueryKind.Terms && !needs.QueryKinds.Contains(rule.Query.Kind))
            problems.Error(rule.Source, rule.Query.Kind == QueryKind.Count ? "use_count_query" : "use_terms_query", $"cannot be used by a rule of type '{rule.Type}'.", "Remove it.");
        return rule;
    }
}
