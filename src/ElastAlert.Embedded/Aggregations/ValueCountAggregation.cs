using System.Text.Json;
using ElastAlert.Embedded.Indexing;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Counts the values in a field.</summary>
internal sealed class ValueCountAggregation(KeyField field) : Aggregation
{
    public static Aggregation Read(JsonElement body, SubAggregations children, AggregationReader reader)
    {
        children.MustBeEmpty("value_count");
        var options = new AggregationOptions("value_count", body);
        var field = KeyField.Read(options);
        options.End();
        return new ValueCountAggregation(field);
    }

    public override void Check(IndexView view) => field.Check(view);

    public override AggregationResult Collect(Selection selection)
    {
        var count = 0L;
        foreach (var part in selection.Parts)
        {
            var keys = field.Open(part.View, selection);
            foreach (var document in part.Documents)
                count += keys.Read(document).Length;
        }

        return new CountResult(count);
    }
}
