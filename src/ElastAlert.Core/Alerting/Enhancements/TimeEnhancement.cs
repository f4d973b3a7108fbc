using ElastAlert.Values;

namespace ElastAlert.Alerting.Enhancements;

/// <summary>Replaces <c>@timestamp</c> of a match by the form that people read, in local time (engine.md 5.2).</summary>
internal sealed class TimeEnhancement(RuleTimestamp timestamp) : IMatchEnhancement
{
    // The reference passes no pattern on, so the default one is used whatever the rule says.
    private readonly RuleTimestamp _form = timestamp with { PrettyFormat = null, UseLocalTime = true };

    /// <summary>Registers the enhancement under its name, and under the path that older rules write.</summary>
    public static IReadOnlyList<EnhancementRegistration> Registrations { get; } =
    [
        Register("TimeEnhancement"),
        Register("elastalert.enhancements.TimeEnhancement"),
    ];

    public ValueTask<RuleMatch?> EnhanceAsync(RuleMatch match, Rule rule, CancellationToken cancellationToken)
    {
        var text = match.Fields.Find("@timestamp").AsText();
        return ValueTask.FromResult<RuleMatch?>(text is not null && IsoTime.TryParse(text, out var moment)
            ? match with { Fields = match.Fields.With("@timestamp", PrettyTime.Format(moment, _form)).ToOwned() }
            : match);
    }

    private static EnhancementRegistration Register(string name) =>
        new() { Name = name, Create = static (rule, _) => new TimeEnhancement(rule.Timestamp) };
}
