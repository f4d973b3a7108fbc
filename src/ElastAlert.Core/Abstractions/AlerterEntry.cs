namespace ElastAlert;

/// <summary>Is one entry of the <c>alert</c> list of a rule: an alerter and the options it sees.</summary>
public sealed record AlerterEntry
{
    /// <summary>Gets the name of the alerter, such as <c>command</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the place in the rule's <c>alert</c> list as written, counted from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the options of the rule with the entry's own on top and <c>$option$</c> references resolved.</summary>
    public OptionMap Options { get; init; } = OptionMap.Empty;

    /// <summary>Gets what names the channel in the state and in records: the place and the alerter, <c>0:command</c>.</summary>
    public string Channel => $"{Index}:{Name}";

    /// <summary>Returns the channel; options may hold secrets.</summary>
    public override string ToString() => Channel;
}
