using System.Text.Json;
using ElastAlert.RuleTypes.Windows;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes;

/// <summary>Makes the matches of rule types that aggregate: what was measured, with the query key that it is about.</summary>
/// <param name="rule">The rule.</param>
/// <param name="summarize">Writes the text about a match.</param>
internal sealed class AggregationMatch(Rule rule, Func<Rule, Document, string> summarize)
{
    private readonly FieldPath _timestamp = FieldPath.Parse(rule.Timestamp.Field);

    /// <summary>Makes a match of what was measured.</summary>
    public RuleMatch Create(Document measured, AggregationLeaf leaf)
    {
        var fields = WindowEvent.Stamp(WithKeys(measured, leaf), _timestamp, leaf.At);
        var match = RuleMatch.Create(fields, _timestamp, leaf.At);
        return match with { Summary = summarize(rule, match.Fields) };
    }

    private Document WithKeys(Document fields, AggregationLeaf leaf)
    {
        if (rule.Query.QueryKey is not { } name || leaf.Keys.Length == 0)
            return fields;
        if (leaf.Keys.Length == 1)
            return WithNested(fields, name.Split('.'), leaf.Keys[0].Element);
        for (var place = 0; place < leaf.Keys.Length; place++)
            fields = fields.With(rule.Query.CompoundQueryKey[place], leaf.Keys[place].Element);
        return fields.With(name, leaf.JoinedKey);
    }

    // A name with dots becomes objects inside each other, as in a document.
    private static Document WithNested(Document fields, string[] names, JsonElement value)
    {
        for (var place = names.Length - 1; place > 0; place--)
            value = Document.Empty.With(names[place], value).ToJson();
        return fields.With(names[0], value);
    }
}
