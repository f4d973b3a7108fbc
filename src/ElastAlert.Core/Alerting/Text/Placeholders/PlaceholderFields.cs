using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Placeholders;

/// <summary>Is what placeholders can name: the members of a match, and those of objects in it by their dotted path.</summary>
internal sealed class PlaceholderFields
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);

    public PlaceholderFields(Document match)
    {
        foreach (var (name, value) in match.Members)
            AddMembers(name, value);
        foreach (var (name, value) in match.Members)
            _fields[name] = value;
    }

    public bool TryFind(string name, out JsonElement value) => _fields.TryGetValue(name, out value);

    private void AddMembers(string path, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            _fields[path] = value;
            return;
        }

        foreach (var member in value.EnumerateObject())
            AddMembers($"{path}.{member.Name}", member.Value);
    }
}
