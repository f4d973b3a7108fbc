namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Says which parts a body has: <c>alert_text_type</c>.</summary>
/// <param name="HasMatches">Whether matches are written at all.</param>
/// <param name="HasDetails">Whether the text of the rule type and the top counts follow the alert text.</param>
/// <param name="HasFields">Whether the fields of the match follow.</param>
internal readonly record struct AlertLayout(bool HasMatches, bool HasDetails, bool HasFields)
{
    public static AlertLayout Full { get; } = new(true, true, true);

    public static AlertLayout Read(string? alertTextType) => alertTextType switch
    {
        "alert_text_only" or "alert_text_jinja" => new(true, false, false),
        "exclude_fields" => new(true, true, false),
        "aggregation_summary_only" => new(false, true, true),
        _ => Full,
    };
}
