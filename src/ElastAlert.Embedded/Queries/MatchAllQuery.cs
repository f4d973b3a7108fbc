using System.Text.Json;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Matches every document.</summary>
internal sealed class MatchAllQuery : Query
{
    public static readonly MatchAllQuery Instance = new();

    public static Query Read(JsonElement body, QueryReader reader)
    {
        var options = new QueryOptions("match_all", body);
        options.Ignore("boost", "_name");
        options.End();
        return Instance;
    }

    public override DocumentSet Evaluate(IndexView view) => DocumentSet.All(view.Segment.Count);
}
