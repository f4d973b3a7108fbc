namespace ElastAlert;

/// <summary>Says how the texts of an alerter differ from the common ones (alerters.md 1.7 to 1.10).</summary>
public sealed record AlertTextProfile
{
    /// <summary>Gets the profile without differences.</summary>
    public static AlertTextProfile Default { get; } = new();

    /// <summary>Gets what writes the subject from the first match where the rule has none.</summary>
    /// <value>The default is the name of the rule.</value>
    public Func<Rule, RuleMatch, string> DefaultSubject { get; init; } = static (rule, _) => rule.Name;

    /// <summary>Gets the option that holds the subject; the option of this name with <c>_args</c> behind it holds its values.</summary>
    /// <value>The default is <c>alert_subject</c>.</value>
    public string SubjectOption { get; init; } = "alert_subject";

    /// <summary>Gets whether the summary of <c>summary_table_fields</c> opens the body.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool HasSummary { get; init; } = true;

    /// <summary>Gets the greatest width of the table of the summary, in columns of text.</summary>
    /// <value>The default is 80.</value>
    public int TableWidth { get; init; } = 80;

    /// <summary>Gets what stands around the summary.</summary>
    public AlertTextFrame SummaryFrame { get; init; }

    /// <summary>Gets the option whose text is the first line of the body, or <see langword="null"/> for no such line.</summary>
    public string? IntroductionOption { get; init; }

    /// <summary>Gets how the fields of a match are written.</summary>
    /// <value>The default is <see cref="AlertFieldsFormat.Lines"/>.</value>
    public AlertFieldsFormat FieldsFormat { get; init; }

    /// <summary>Gets what stands around the fields of a match.</summary>
    public AlertTextFrame FieldsFrame { get; init; }

    /// <summary>Gets what writes the whole body, or <see langword="null"/> for the common layout.</summary>
    public Func<IAlertTexts, IReadOnlyList<RuleMatch>, string>? Body { get; init; }
}
