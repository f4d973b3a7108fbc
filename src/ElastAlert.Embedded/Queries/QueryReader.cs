using System.Text.Json;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Queries;

/// <summary>Reads queries of the kinds it is given.</summary>
internal sealed class QueryReader(IReadOnlyDictionary<string, QueryFactory> kinds, DateTimeOffset now)
{
    /// <summary>Gets the moment that <c>now</c> in dates means.</summary>
    public DateTimeOffset Now { get; } = now;

    public Query Read(JsonElement query)
    {
        if (query.ValueKind != JsonValueKind.Object)
            throw RequestFailure.Parsing("[_na] query malformed, must start with start_object");
        var parts = query.EnumerateObject().ToList();
        return parts.Count switch
        {
            0 => throw RequestFailure.Illegal("query malformed, empty clause found"),
            1 => Read(parts[0].Name, parts[0].Value),
            _ => throw RequestFailure.Parsing($"[{parts[0].Name}] malformed query, expected [END_OBJECT] but found [FIELD_NAME]"),
        };
    }

    /// <summary>Reads one query, or each of a list.</summary>
    public IReadOnlyList<Query> ReadMany(JsonElement queries) =>
        queries.ValueKind == JsonValueKind.Array ? [.. queries.EnumerateArray().Select(Read)] : [Read(queries)];

    private Query Read(string kind, JsonElement body) =>
        kinds.TryGetValue(kind, out var factory) ? factory(body, this) : throw RequestFailure.Unsupported($"the query [{kind}]");
}
