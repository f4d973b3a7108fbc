using System.Text.Json;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Alerting.Text;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Post2;

/// <summary>Is a template that renders to a JSON object: written as a mapping, whose names and values are templates, or as one text.</summary>
internal sealed class JsonTemplate
{
    private readonly string _key;
    private readonly string _rootName;
    private readonly TemplateText? _template;

    private JsonTemplate(string key, string rootName, TemplateText? template)
    {
        _key = key;
        _rootName = rootName;
        _template = template;
    }

    /// <summary>Gets whether nothing is rendered.</summary>
    public bool IsEmpty => _template is null;

    /// <summary>Reads an option.</summary>
    public static JsonTemplate Read(AlerterOptionReader reader, string key)
    {
        var value = reader.Value(key);
        if (value is not null && value.Kind is not (OptionKind.Map or OptionKind.Text))
            reader.Error(key, "must be a mapping or a text.", "Write names and values, or the template of a JSON object.");
        var template = value is null or { IsFalsy: true } ? null : reader.Template(key, value.Value as string ?? PythonJson.Of(value.ToJson()));
        return new JsonTemplate(key, reader.Text("jinja_root_name", "_data"), template);
    }

    /// <summary>Returns the members for a match whose texts are escaped for JSON already.</summary>
    /// <exception cref="AlertDeliveryException">The template does not render, or not to a JSON object.</exception>
    public IEnumerable<JsonProperty> Render(Document escapedMatch) => _template is null ? [] : Parse(_template.Render(escapedMatch, _rootName));

    // What is in the text is not shown: it may hold keys.
    private JsonElement.ObjectEnumerator Parse(string text)
    {
        try
        {
            var json = JsonElement.Parse(text);
            return json.ValueKind == JsonValueKind.Object
                ? json.EnumerateObject()
                : throw new AlertDeliveryException($"HTTP POST 2: {_key} renders to a JSON {json.ValueKind} instead of an object", isTransient: false);
        }
        catch (JsonException exception)
        {
            throw new AlertDeliveryException(
                $"HTTP POST 2: {_key} does not render to JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine}", isTransient: false);
        }
    }
}
