using System.Text.Json;
using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Indexing;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Computes count, min, max, avg and sum of the numbers in a field at once.</summary>
internal sealed class StatsAggregation(NumericField field, DateFormat? format) : Aggregation
{
    public static Aggregation Read(JsonElement body, SubAggregations children, AggregationReader reader)
    {
        children.MustBeEmpty("stats");
        var options = new AggregationOptions("stats", body);
        var field = NumericField.Read("stats", options);
        var format = options.TakeText("format") is { } text ? DateFormat.Of(text) : null;
        options.End();
        return new StatsAggregation(field, format);
    }

    public override void Check(IndexView view) => field.Check(view);

    public override AggregationResult Collect(Selection selection)
    {
        var statistics = new Statistics();
        field.ForEach(selection, statistics.Add);
        return new StatsResult(statistics, field.Type(selection), format);
    }
}
