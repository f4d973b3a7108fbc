using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is how numbers are spread.</summary>
internal sealed class ExtendedStatsResult(Statistics statistics, double sigma) : AggregationResult
{
    public override double Figure(string name) => name switch
    {
        "count" => statistics.Count,
        "min" => statistics.Minimum,
        "max" => statistics.Maximum,
        "avg" => statistics.Average,
        "sum" => statistics.Sum,
        "sum_of_squares" => statistics.SumOfSquares,
        "variance" or "variance_population" => statistics.Variance,
        "variance_sampling" => statistics.SamplingVariance,
        "std_deviation" or "std_deviation_population" => Math.Sqrt(statistics.Variance),
        "std_deviation_sampling" => Math.Sqrt(statistics.SamplingVariance),
        _ => base.Figure(name),
    };

    public override void Write(ResponseWriter writer)
    {
        writer.Number("count", statistics.Count);
        foreach (var name in (ReadOnlySpan<string>)["min", "max", "avg"])
            writer.FloatingOrNull(name, Figure(name));
        writer.Floating("sum", statistics.Sum);
        foreach (var name in (ReadOnlySpan<string>)["sum_of_squares", "variance", "variance_population", "variance_sampling",
            "std_deviation", "std_deviation_population", "std_deviation_sampling"])
        {
            if (statistics.Count == 0)
                writer.Null(name);
            else
                writer.Floating(name, Figure(name));
        }

        WriteBounds(writer);
    }

    private void WriteBounds(ResponseWriter writer)
    {
        writer.BeginObject("std_deviation_bounds");
        foreach (var suffix in (ReadOnlySpan<string>)["", "_population", "_sampling"])
        {
            var width = sigma * Figure("std_deviation" + suffix);
            WriteBound(writer, "upper" + suffix, statistics.Average + width);
            WriteBound(writer, "lower" + suffix, statistics.Average - width);
        }

        writer.EndObject();
    }

    private void WriteBound(ResponseWriter writer, string name, double value)
    {
        if (statistics.Count == 0)
            writer.Null(name);
        else
            writer.Floating(name, value);
    }
}
