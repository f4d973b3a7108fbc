using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Computes how the numbers in a field are spread.</summary>
internal sealed class ExtendedStatsAggregation(NumericField field, double sigma) : Aggregation
{
    public static Aggregation Read(JsonElement body, SubAggregations children, AggregationReader reader)
    {
        children.MustBeEmpty("extended_stats");
        var options = new AggregationOptions("extended_stats", body);
        var field = NumericField.Read("extended_stats", options);
        var sigma = options.TakeNumber("sigma") ?? 2;
        options.End();
        return new ExtendedStatsAggregation(field, sigma);
    }

    public override void Check(IndexView view)
    {
        field.Check(view);
        if (view.Find(field.Name)?.Type is NumericType { HasText: true } type)
            throw RequestFailure.Unsupported($"the aggregation [extended_stats] over the field [{field.Name}] of type [{type.Name}]");
    }

    public override AggregationResult Collect(Selection selection)
    {
        var statistics = new Statistics();
        field.ForEach(selection, statistics.Add);
        return new ExtendedStatsResult(statistics, sigma);
    }
}
