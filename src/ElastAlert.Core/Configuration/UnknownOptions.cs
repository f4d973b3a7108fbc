using ElastAlert.Configuration.Schema;

namespace ElastAlert.Configuration;

/// <summary>Reports options that nothing reads, with the name that was probably meant. They are kept: templates and references may name them.</summary>
internal static class UnknownOptions
{
    /// <param name="reader">The options.</param>
    /// <param name="names">The options that every rule may have.</param>
    /// <param name="more">The options that this rule's own type and alerters add.</param>
    public static void Warn(OptionReader reader, IReadOnlySet<string> names, IReadOnlyCollection<string> more)
    {
        var problems = reader.Problems;
        foreach (var option in reader.Options.Entries.Where(option => !names.Contains(option.Key) && !more.Contains(option.Key)))
        {
            if (OptionSchema.Reference.Gone.TryGetValue(option.Key, out var fate))
                problems.Warn(option.KeyLocation, option.Key, $"is an option of other versions: {fate}", "Remove it.");
            else if (Nested(option.Key, names) is { } nested)
                problems.Warn(option.KeyLocation, option.Key, "is not an option that anything reads.", nested);
            else if (NearestName.Of(option.Key, names.Concat(more)) is { } nearest)
                problems.Warn(option.KeyLocation, option.Key, "is not an option that anything reads.", $"Did you mean {nearest}?");
            else if (!IsNamedElsewhere(reader.Options, option.Key) && !IsFreeName(option.Key))
                problems.Warn(option.KeyLocation, option.Key, "is not an option that anything reads.", "Remove it, unless a template reads it.");
        }
    }

    // realert.minutes is a text with a dot to YAML, not minutes below realert.
    private static string? Nested(string key, IReadOnlySet<string> names) =>
        key.Split('.', 2) is [var option, var member] && names.Contains(option) ? $"Write {member} as an option below {option}, not with a dot." : null;

    // Jira takes any field of a project as an option of its own.
    private static bool IsFreeName(string key) => key.StartsWith("jira_", StringComparison.Ordinal);

    private static bool IsNamedElsewhere(OptionMap options, string name) =>
        options.Any(option => option.Key != name && Names(option.Value, name));

    private static bool Names(OptionValue value, string name) => value.Kind switch
    {
        OptionKind.Text => ((string)value.Value!).Contains(name, StringComparison.Ordinal),
        OptionKind.List => value.Items.Any(item => Names(item, name)),
        OptionKind.Map => value.Members.Any(member => member.Key == name || Names(member.Value, name)),
        _ => false,
    };
}
