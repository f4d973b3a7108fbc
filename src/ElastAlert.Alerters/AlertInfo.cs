using System.Text.Json;
using ElastAlert.Alerters.Http;
using ElastAlert.Values;

namespace ElastAlert.Alerters;

/// <summary>Builds what records say about the entry that delivered an alert (<c>alert_info</c>).</summary>
internal sealed class AlertInfo
{
    private readonly OrderedDictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    /// <summary>Creates a description.</summary>
    /// <param name="type">The type, in the reference's words.</param>
    public AlertInfo(string type) => _members["type"] = JsonValue.Of(type);

    /// <summary>Gets the members.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members => _members;

    /// <summary>Adds a text that is no secret; one that is absent becomes the default.</summary>
    public AlertInfo With(string name, AlerterEntry entry, string? defaultValue = null) =>
        With(name, entry.Options.TryGetValue(name, out var value) ? value.ToJson() : JsonValue.Of(defaultValue));

    /// <summary>Adds a value that is no secret.</summary>
    public AlertInfo With(string name, JsonElement value)
    {
        _members[name] = value;
        return this;
    }

    /// <summary>Adds the host of an address; the rest of it may be secret.</summary>
    public AlertInfo WithHost(string name, string url) => With(name, JsonValue.Of(Secrets.Host(url)));

    /// <summary>Adds the hosts of the addresses of an option; the rest of them may be secret.</summary>
    public AlertInfo WithHosts(string name, AlerterEntry entry, string option) => WithList(name, entry.Options.Texts(option).Select(Secrets.Host));

    /// <summary>Adds the texts of an option that are no secrets.</summary>
    public AlertInfo WithTexts(string name, AlerterEntry entry, string option) => WithList(name, entry.Options.Texts(option));

    private AlertInfo WithList(string name, IEnumerable<string> texts) => With(name, JsonValue.Write(texts, static (writer, items) =>
    {
        writer.WriteStartArray();
        foreach (var item in items)
            writer.WriteStringValue(item);
        writer.WriteEndArray();
    }));
}
