using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Indexing;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Computes one figure of the numbers in a field: avg, min, max or sum.</summary>
internal sealed class StatisticAggregation(NumericField field, DateFormat? format, Func<Statistics, double> figure) : Aggregation
{
    public static AggregationFactory Of(string kind, Func<Statistics, double> figure) => (body, children, _) =>
    {
        children.MustBeEmpty(kind);
        var options = new AggregationOptions(kind, body);
        var field = NumericField.Read(kind, options);
        var format = options.TakeText("format") is { } text ? DateFormat.Of(text) : null;
        options.End();
        return new StatisticAggregation(field, format, figure);
    };

    public override void Check(IndexView view) => field.Check(view);

    public override AggregationResult Collect(Selection selection)
    {
        var statistics = new Statistics();
        field.ForEach(selection, statistics.Add);
        var value = figure(statistics);
        return new FigureResult(double.IsInfinity(value) ? double.NaN : value, field.Type(selection), format);
    }
}
