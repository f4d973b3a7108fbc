using ElastAlert.Values;

namespace ElastAlert.RuleTypes.NewTerm;

/// <summary>Is what the rule type new_term can be told.</summary>
internal sealed record NewTermRuleOptions
{
    /// <summary>Gets the fields.</summary>
    public required IReadOnlyList<TermField> Fields { get; init; }

    /// <summary>Gets how far the scan before the first run looks back.</summary>
    /// <value>The default is 30 days.</value>
    public TimeSpan TermsWindowSize { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Gets the span of one query of the scan.</summary>
    /// <value>The default is one day.</value>
    public TimeSpan WindowStepSize { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Gets whether documents without a field match.</summary>
    public bool AlertOnMissingField { get; init; }

    /// <summary>Gets whether the scan asks for the keyword form of the fields.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool UseKeywordPostfix { get; init; } = true;

    /// <summary>Gets where the scan ends, or <see langword="null"/> for the moment at which it begins.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>Reads the options of a rule.</summary>
    public static NewTermRuleOptions Read(OptionReader reader)
    {
        var options = new NewTermRuleOptions
        {
            Fields = ReadFields(reader),
            TermsWindowSize = reader.Duration("terms_window_size") ?? TimeSpan.FromDays(30),
            WindowStepSize = reader.Duration("window_step_size") ?? TimeSpan.FromDays(1),
            AlertOnMissingField = reader.Flag("alert_on_missing_field"),
            UseKeywordPostfix = reader.Flag("use_keyword_postfix", defaultValue: true),
            StartDate = ReadStartDate(reader),
        };
        if (reader.Flag("use_terms_query"))
            CheckTermsQuery(reader, options);
        if ((reader.Rule.Query.Eql ?? reader.Rule.Query.Esql) is not null)
            reader.Error("filter", "holds EQL or ES|QL, which the scan of new_term cannot use.", "Write the filter in the query DSL.");
        return options;
    }

    private static IReadOnlyList<TermField> ReadFields(OptionReader reader)
    {
        if (!reader.Has("fields"))
        {
            if (reader.Rule.Query.QueryKey is { } key)
                return [new TermField([key], isComposite: false)];
            reader.Error("fields", "and query_key are both absent.", "Give the fields whose new values are looked for.");
            return [];
        }

        var option = reader.Rule.Options["fields"];
        if (option.Kind == OptionKind.Text)
            return [new TermField([(string)option.Value!], isComposite: false)];
        var fields = option.Items.Select(ReadField).ToList();
        if (fields.Count == 0 || fields.Contains(null))
            reader.Wrong("fields", "a list of names, or of lists of names, with at least one");
        return [.. fields.OfType<TermField>()];
    }

    private static TermField? ReadField(OptionValue item)
    {
        if (item.Kind == OptionKind.Text)
            return new TermField([(string)item.Value!], isComposite: false);
        var names = item.Items.Select(static name => name.Value as string).ToList();
        return names.Count == 0 || names.Contains(null) ? null : new TermField([.. names.OfType<string>()], isComposite: true);
    }

    private static DateTimeOffset? ReadStartDate(OptionReader reader)
    {
        if (!reader.Has("start_date"))
            return null;
        if (reader.Rule.Options["start_date"].Value is string text && IsoTime.TryParse(text, out var moment))
            return moment;
        reader.Wrong("start_date", "a date, or a date with a time");
        return null;
    }

    private static void CheckTermsQuery(OptionReader reader, NewTermRuleOptions options)
    {
        if (options.Fields is not [{ IsComposite: false } field])
        {
            reader.Error("use_terms_query", "needs exactly one field.", "Give one name in fields, or leave use_terms_query out.");
            return;
        }

        var key = reader.Rule.Query.QueryKey;
        if (key != field.Names[0])
            reader.Error("use_terms_query", $"needs a query_key that is the field {field.Names[0]}.", $"Write 'query_key: {field.Names[0]}'.");
        else if (options.UseKeywordPostfix && !key.EndsWith(".keyword", StringComparison.Ordinal) && !key.EndsWith(".raw", StringComparison.Ordinal))
            reader.Warning("query_key", "is aggregated without a suffix, and scanned with .keyword.", $"Write '{key}.keyword', or set use_keyword_postfix to false.");
    }
}
