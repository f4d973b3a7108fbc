using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Matches documents with any of several terms in a field.</summary>
internal sealed class TermsQuery(string field, IReadOnlyList<QueryValue> values, DateTimeOffset now) : Query
{
    public static Query Read(JsonElement body, QueryReader reader)
    {
        var fields = body.EnumerateObject().Where(part => part.Name is not ("boost" or "_name")).ToList();
        if (fields.Count != 1)
            throw RequestFailure.Parsing("[terms] query requires exactly one field");
        var (field, list) = (fields[0].Name, fields[0].Value);
        if (list.ValueKind == JsonValueKind.Object)
            throw RequestFailure.Unsupported($"a terms lookup in the query [terms] on the field [{field}]");
        if (list.ValueKind != JsonValueKind.Array)
            throw RequestFailure.Parsing("[terms] query does not support [" + field + "]");
        if (list.EnumerateArray().Any(value => value.ValueKind is JsonValueKind.Null))
            throw RequestFailure.Illegal("No value specified for terms query");
        return new TermsQuery(field, [.. list.EnumerateArray().Select(QueryValue.Of)], reader.Now);
    }

    public override DocumentSet Evaluate(IndexView view)
    {
        if (view.Find(field) is not { Type: not NumericType } termField)
            return values.Aggregate(view.None(), (set, value) => set.UnionWith(FieldTerms.Equal(view, field, value, now)));
        var column = view.Terms(termField);
        var wanted = new bool[column.Terms.Count];
        foreach (var value in values)
        {
            if (column.Ordinal(value.Text) is { } ordinal)
                wanted[ordinal] = true;
        }

        return column.WithAny(wanted);
    }
}
