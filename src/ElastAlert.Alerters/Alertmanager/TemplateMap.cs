using ElastAlert.Alerters.Payloads;
using ElastAlert.Alerting.Text;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Alertmanager;

/// <summary>Is a mapping whose texts are templates, and whose other values name fields (<c>{field: path}</c>) or stand for themselves.</summary>
internal sealed class TemplateMap
{
    private readonly List<(string Name, Func<Document, string> Render)> _members = [];

    /// <summary>Reads an option.</summary>
    public static TemplateMap Read(AlerterOptionReader reader, string key)
    {
        var map = new TemplateMap();
        var rootName = reader.Text("jinja_root_name", "_data");
        foreach (var (name, value) in reader.Map(key))
        {
            if (value.Value is string source && reader.Template(key, source) is { } template)
                map._members.Add((name, match => template.Render(match, rootName)));
            else if (value.Members.Text("field") is { } path)
                map._members.Add((name, match => FieldText(match.Find(path))));
            else if (value.Value is not string)
                map._members.Add((name, _ => PythonText.Of(value.ToJson())));
        }

        return map;
    }

    /// <summary>Returns the members for a match.</summary>
    public IEnumerable<KeyValuePair<string, string>> Render(Document match) =>
        _members.Select(member => KeyValuePair.Create(member.Name, member.Render(match)));

    /// <summary>Returns a field as a label shows it: a text as it is, anything else as JSON.</summary>
    public static string FieldText(FieldValue value) => value.AsText() ?? PythonJson.Of(value.Element);
}
