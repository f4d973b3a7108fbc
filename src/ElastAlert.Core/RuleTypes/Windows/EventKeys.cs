using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>Finds the key of documents by the query key of a rule, and writes it into observations.</summary>
/// <param name="rule">The rule.</param>
internal sealed class EventKeys(Rule rule)
{
    private readonly FieldPath? _path = rule.Query.QueryKey is { } name ? FieldPath.Parse(name) : null;

    /// <summary>Gets the key of everything where there is no query key.</summary>
    public static FieldValue All { get; } = new(JsonValue.Of("all"));

    /// <summary>Gets whether the rule has a query key.</summary>
    public bool HasQueryKey => _path is not null;

    /// <summary>Returns the key of a document: the value of the query key, or <see cref="All"/> without one.</summary>
    public FieldValue Of(Document document) => _path is null ? All : _path.Find(document);

    /// <summary>Returns the key as the member of an observation, under the name of the query key as written.</summary>
    public Document Members(FieldValue key)
    {
        var value = key.Element.ValueKind == JsonValueKind.Undefined ? JsonValue.Null : key.Element;
        return _path is null ? Document.Empty : Document.Empty.With(_path.Name, value);
    }
}
