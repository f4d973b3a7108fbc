using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Matches documents with exactly this term in a field.</summary>
internal sealed class TermQuery(string field, QueryValue value, DateTimeOffset now) : Query
{
    public static Query Read(JsonElement body, QueryReader reader)
    {
        var (field, options) = QueryOptions.ForField("term", body, "value");
        var value = options.Require("value");
        var ignoresCase = options.TakeFlag("case_insensitive");
        options.End();
        if (value.ValueKind is JsonValueKind.Null)
            throw RequestFailure.Illegal("value cannot be null");
        if (value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            throw RequestFailure.Parsing("[term] query does not support array of values");
        return ignoresCase
            ? new TermIgnoringCaseQuery(field, QueryValue.Of(value), reader.Now)
            : new TermQuery(field, QueryValue.Of(value), reader.Now);
    }

    public override DocumentSet Evaluate(IndexView view) => FieldTerms.Equal(view, field, value, now);
}
