using System.Text.Json;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Matches no document.</summary>
internal sealed class MatchNoneQuery : Query
{
    public static readonly MatchNoneQuery Instance = new();

    public static Query Read(JsonElement body, QueryReader reader)
    {
        var options = new QueryOptions("match_none", body);
        options.Ignore("boost", "_name");
        options.End();
        return Instance;
    }

    public override DocumentSet Evaluate(IndexView view) => view.None();
}
