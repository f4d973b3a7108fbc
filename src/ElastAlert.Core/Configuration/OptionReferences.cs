namespace ElastAlert.Configuration;

/// <summary>Replaces values that are exactly <c>$option$</c> by the value of that option of the same rule.</summary>
internal static class OptionReferences
{
    private const int LongestChain = 16;

    public static OptionMap Resolve(OptionMap options) =>
        options.Any(option => Refers(option.Value, options)) ? Resolved(options, options, LongestChain) : options;

    private static OptionMap Resolved(OptionMap map, OptionMap options, int left) =>
        OptionMap.FromEntries(map.Entries.Select(member => member with { Value = Resolved(member.Value, options, left) }));

    private static OptionValue Resolved(OptionValue value, OptionMap options, int left)
    {
        if (!Refers(value, options) || left == 0)
            return value;
        return value.Kind switch
        {
            OptionKind.List => OptionValue.Of([.. value.Items.Select(item => Resolved(item, options, left))], value.Location),
            OptionKind.Map => OptionValue.Of(Resolved(value.Members, options, left), value.Location),
            _ => Resolved(Target(value, options)!, options, left - 1),
        };
    }

    private static bool Refers(OptionValue value, OptionMap options) => value.Kind switch
    {
        OptionKind.Text => Target(value, options) is not null,
        OptionKind.List => value.Items.Any(item => Refers(item, options)),
        OptionKind.Map => value.Members.Values.Any(member => Refers(member, options)),
        _ => false,
    };

    private static OptionValue? Target(OptionValue value, OptionMap options) =>
        value.Value is string { Length: > 2 } text && text[0] == '$' && text[^1] == '$' ? options.GetValueOrDefault(text[1..^1]) : null;
}
