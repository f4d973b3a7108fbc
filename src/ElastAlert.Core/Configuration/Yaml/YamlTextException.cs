namespace ElastAlert.Configuration.Yaml;

/// <summary>Says where a text stops being YAML that can be read; never leaves <see cref="YamlReader"/>.</summary>
#pragma warning disable CA1032 // thrown and caught within this folder, always with a place
internal sealed class YamlTextException(string message, SourceLocation location) : Exception(message)
#pragma warning restore CA1032
{
    public SourceLocation Location { get; } = location;

    /// <summary>Makes the exception for a malformed text over which the parser trips instead of refusing it.</summary>
    public static YamlTextException Senseless(SourceLocation location) =>
        new("the text makes no sense after this place; perhaps a bracket or quote is not closed", location);
}
