using System.Text.Json;

namespace ElastAlert.Embedded.Queries;

/// <summary>Reads a query that only sets scores, which is the query inside it.</summary>
internal static class ConstantScoreQuery
{
    public static Query Read(JsonElement body, QueryReader reader)
    {
        var options = new QueryOptions("constant_score", body);
        var filter = reader.Read(options.Require("filter"));
        options.Ignore("boost", "_name");
        options.End();
        return filter;
    }
}
