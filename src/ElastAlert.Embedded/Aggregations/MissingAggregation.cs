using System.Text.Json;
using ElastAlert.Embedded.Indexing;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Looks only at the documents without a value in a field.</summary>
internal sealed class MissingAggregation(KeyField field, SubAggregations children) : Aggregation
{
    public static Aggregation Read(JsonElement body, SubAggregations children, AggregationReader reader)
    {
        var options = new AggregationOptions("missing", body);
        var field = KeyField.Read(options);
        options.End();
        return new MissingAggregation(field, children);
    }

    public override void Check(IndexView view)
    {
        field.Check(view);
        children.Check(view);
    }

    public override AggregationResult Collect(Selection selection)
    {
        var missing = selection.With(selection.Parts.Select(part =>
        {
            var keys = field.Open(part.View, selection);
            return Array.FindAll(part.Documents, document => keys.Read(document).IsEmpty);
        }));
        return new SingleBucketResult(missing.Count, children.Collect(missing));
    }
}
