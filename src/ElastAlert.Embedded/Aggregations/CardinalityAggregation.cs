using System.Text.Json;
using ElastAlert.Embedded.Indexing;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Counts the different values in a field: exactly, where the server estimates large numbers.</summary>
internal sealed class CardinalityAggregation(KeyField field) : Aggregation
{
    public static Aggregation Read(JsonElement body, SubAggregations children, AggregationReader reader)
    {
        children.MustBeEmpty("cardinality");
        var options = new AggregationOptions("cardinality", body);
        var field = KeyField.Read(options);
        options.Ignore("precision_threshold", "execution_hint", "rehash");
        options.End();
        return new CardinalityAggregation(field);
    }

    public override void Check(IndexView view) => field.Check(view);

    public override AggregationResult Collect(Selection selection)
    {
        var known = new HashSet<BucketKey>();
        foreach (var part in selection.Parts)
        {
            var keys = field.Open(part.View, selection);
            foreach (var document in part.Documents)
            {
                foreach (var key in keys.Read(document))
                    known.Add(key);
            }
        }

        return new CountResult(known.Count);
    }
}
