namespace ElastAlert;

/// <summary>Is one member of a mapping, with the place of its name.</summary>
/// <param name="Key">The option.</param>
/// <param name="Value">Its value.</param>
/// <param name="KeyLocation">Where the name of the option stands.</param>
public readonly record struct OptionMember(string Key, OptionValue Value, SourceLocation KeyLocation);
