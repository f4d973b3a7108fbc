using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Matches documents that have a value in a field, or in any field of an object; names may be patterns.</summary>
internal sealed class ExistsQuery(string field) : Query
{
    public static Query Read(JsonElement body, QueryReader reader)
    {
        var options = new QueryOptions("exists", body);
        var field = options.RequireText("field");
        options.Ignore("boost", "_name");
        options.End();
        if (field == "*")
            throw ShardFailure.Query("Field [_source] does not support exists queries");
        return new ExistsQuery(field);
    }

    public override DocumentSet Evaluate(IndexView view)
    {
        if (field is "_id" or "_index" or "_source" or "_seq_no")
            return DocumentSet.All(view.Segment.Count);
        return Fields(view).Aggregate(view.None(), (set, found) => set.UnionWith(Existing(view, found)));
    }

    private IEnumerable<FieldMapping> Fields(IndexView view)
    {
        var named = view.Mapping.Matching(field).ToList();
        return named.Count > 0 ? named : view.Mapping.Matching(field + ".*");
    }

    private static DocumentSet Existing(IndexView view, FieldMapping found) =>
        found.Type is NumericType ? view.Longs(found).Existing() : view.Terms(found).Existing();
}
