using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Computes percentiles of the numbers in a field: exactly, where the server estimates those of many numbers.</summary>
internal sealed class PercentilesAggregation(NumericField field, double[] percents, bool isKeyed) : Aggregation
{
    private static readonly double[] DefaultPercents = [1, 5, 25, 50, 75, 95, 99];

    public static Aggregation Read(JsonElement body, SubAggregations children, AggregationReader reader)
    {
        children.MustBeEmpty("percentiles");
        var options = new AggregationOptions("percentiles", body);
        var field = NumericField.Read("percentiles", options);
        double[] percents = options.Take("percents") is { } given ? [.. given.EnumerateArray().Select(percent => percent.GetDouble())] : [.. DefaultPercents];
        var isKeyed = options.TakeFlag("keyed", fallback: true);
        options.Ignore("tdigest");
        options.End();
        foreach (var percent in percents.Where(percent => percent is < 0 or > 100))
            throw RequestFailure.Illegal($"percent must be in [0,100], got [{percent}]: [percentiles]");
        Array.Sort(percents);
        return new PercentilesAggregation(field, percents, isKeyed);
    }

    public override void Check(IndexView view) => field.Check(view);

    public override AggregationResult Collect(Selection selection)
    {
        var values = new List<double>();
        field.ForEach(selection, values.Add);
        values.Sort();
        return new PercentilesResult([.. percents.Select(percent => (percent, Percentile(values, percent)))], field.Type(selection), isKeyed);
    }

    private static double Percentile(List<double> sorted, double percent)
    {
        if (sorted.Count == 0)
            return double.NaN;
        var position = percent / 100 * (sorted.Count - 1);
        var below = (int)Math.Floor(position);
        if (below + 1 >= sorted.Count)
            return sorted[^1];
        return sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]));
    }
}
