using System.Text.Json;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Matches documents by their ids.</summary>
internal sealed class IdsQuery(HashSet<string> ids) : Query
{
    public static Query Read(JsonElement body, QueryReader reader)
    {
        var options = new QueryOptions("ids", body);
        var values = options.Require("values");
        options.Ignore("boost", "_name");
        options.End();
        var texts = values.ValueKind == JsonValueKind.Array ? values.EnumerateArray().Select(Scalars.Text) : [Scalars.Text(values)];
        return new IdsQuery(texts.ToHashSet(StringComparer.Ordinal));
    }

    public override DocumentSet Evaluate(IndexView view) => FieldTerms.WithId(view, ids.Contains);
}
