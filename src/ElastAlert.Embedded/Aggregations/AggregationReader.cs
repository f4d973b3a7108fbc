using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Queries;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Reads aggregations of the kinds it is given.</summary>
internal sealed class AggregationReader(IReadOnlyDictionary<string, AggregationFactory> kinds, QueryReader queries)
{
    public QueryReader Queries { get; } = queries;

    public SubAggregations ReadMany(JsonElement aggregations) =>
        new([.. aggregations.EnumerateObject().Select(named => (named.Name, Read(named.Name, named.Value)))]);

    private Aggregation Read(string name, JsonElement definition)
    {
        var children = SubAggregations.None;
        JsonProperty? body = null;
        foreach (var part in definition.EnumerateObject())
        {
            if (part.Name is "aggs" or "aggregations")
                children = ReadMany(part.Value);
            else if (part.Name == "meta")
                throw RequestFailure.Unsupported($"[meta] of the aggregation [{name}]");
            else if (body is not null)
                throw RequestFailure.Parsing($"Found two aggregation type definitions in [{name}]: [{body.Value.Name}] and [{part.Name}]");
            else
                body = part;
        }

        if (body is not { } found)
            throw RequestFailure.Parsing($"Missing definition for aggregation [{name}]");
        return kinds.TryGetValue(found.Name, out var factory)
            ? factory(found.Value, children, this)
            : throw RequestFailure.Unsupported($"the aggregation [{found.Name}]");
    }
}
