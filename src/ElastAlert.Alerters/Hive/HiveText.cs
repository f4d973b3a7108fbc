using ElastAlert.Alerters.Payloads;
using ElastAlert.Alerting.Text;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Hive;

/// <summary>Is a member of alerts that has an <c>*_args</c> member beside it: a text with placeholders.</summary>
/// <param name="Name">The member.</param>
/// <param name="Format">The text.</param>
/// <param name="Arguments">The fields or options that fill it.</param>
/// <param name="MissingText">What stands for one that is neither.</param>
internal sealed record HiveText(string Name, FormatText Format, IReadOnlyList<string> Arguments, string MissingText)
{
    /// <summary>Gets the members that can have placeholders.</summary>
    public static IReadOnlyList<string> Names { get; } = ["title", "description", "type", "source"];

    /// <summary>Reads those members that have placeholders.</summary>
    public static IReadOnlyList<HiveText> ReadAll(AlerterOptionReader reader, string key, OptionMap config) =>
        [.. Names.Where(name => config.ContainsKey(name + "_args")).Select(name => Read(reader, key, config, name)).OfType<HiveText>()];

    /// <summary>Returns the text for a match.</summary>
    public string Fill(Document match, OptionMap options) =>
        Format.Format([.. Arguments.Select(name => FieldOrOption.Find(name, match, options) ?? JsonValue.Of(MissingText))]);

    // Subject and body are formatted already: reading them again would take data for placeholders.
    private static HiveText? Read(AlerterOptionReader reader, string key, OptionMap config, string name)
    {
        if (config.Text(name) is not { } text)
        {
            reader.Warn(key, $"has {name}_args without {name}, so they have no effect.", $"Add {name}, or remove {name}_args.");
            return null;
        }

        return reader.Format(key, text) is { } format
            ? new HiveText(name, format, config.Texts(name + "_args"), config.Text(name + "_missing_value") ?? ArgumentValues.MissingText)
            : null;
    }
}
