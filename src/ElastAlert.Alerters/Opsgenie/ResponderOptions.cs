using ElastAlert.Alerters.Payloads;
using ElastAlert.Alerting.Text;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Opsgenie;

/// <summary>Says who is told: names with placeholders, the fields that fill them, and who is told when nothing fills them.</summary>
/// <param name="Names">The names, with placeholders.</param>
/// <param name="Args">The placeholders and the paths of the fields that fill them.</param>
/// <param name="Defaults">The names that are used when none of the others can be filled.</param>
internal sealed record ResponderOptions(IReadOnlyList<FormatText> Names, OptionMap Args, IReadOnlyList<string> Defaults)
{
    /// <summary>Reads <c>opsgenie_KIND</c>, <c>opsgenie_KIND_args</c> and the defaults.</summary>
    public static ResponderOptions Read(AlerterOptionReader reader, string kind, params IReadOnlyList<string> defaultKeys) => new(
        [.. reader.Texts($"opsgenie_{kind}").Select(name => reader.Format($"opsgenie_{kind}", name)).OfType<FormatText>()],
        reader.Map($"opsgenie_{kind}_args"),
        defaultKeys.Select(reader.Texts).FirstOrDefault(static names => names.Count > 0) ?? []);

    /// <summary>Returns the names for a match: those that can be filled, else the defaults; a name that cannot be filled is never sent as it is.</summary>
    public IReadOnlyList<string> Resolve(Document match)
    {
        var values = Args
            .Select(arg => KeyValuePair.Create(arg.Key, match.Find(PythonText.Of(arg.Value.ToJson()))))
            .Where(static value => !value.Value.IsEmpty)
            .Select(static value => KeyValuePair.Create(value.Key, value.Value.Element))
            .ToList();
        var names = Names.Select(name => TryFormat(name, values)).OfType<string>().ToList();
        return names.Count > 0 ? names : Defaults;
    }

    private static string? TryFormat(FormatText name, List<KeyValuePair<string, System.Text.Json.JsonElement>> values)
    {
        try
        {
            return name.Format(values);
        }
        catch (AlertDeliveryException)
        {
            return null;
        }
    }
}
