using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Holds what the aggregations of one bucket found.</summary>
internal sealed class SubResults(IReadOnlyList<(string Name, AggregationResult Result)> named)
{
    public void Write(ResponseWriter writer)
    {
        foreach (var (name, result) in named)
        {
            writer.BeginObject(name);
            result.Write(writer);
            writer.EndObject();
        }
    }

    /// <summary>Gets a figure by a path such as <c>cpu</c> or <c>cpu.max</c>.</summary>
    public double Figure(string path)
    {
        var dot = path.LastIndexOf('.');
        foreach (var (name, result) in named)
        {
            if (name == path)
                return result.Figure("value");
            if (dot > 0 && name == path[..dot])
                return result.Figure(path[(dot + 1)..]);
        }

        throw ShardFailure.Illegal($"Invalid aggregation order path [{path}]. The provided aggregation [{path}] either does not exist, or is "
            + "a pipeline aggregation and cannot be used to sort the buckets.");
    }
}
