using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is several figures of the same numbers.</summary>
internal sealed class StatsResult(Statistics statistics, NumericType? type, DateFormat? format) : AggregationResult
{
    private IEnumerable<(string Name, double Value)> Figures =>
        [("min", statistics.Minimum), ("max", statistics.Maximum), ("avg", statistics.Average), ("sum", statistics.Sum)];

    public override double Figure(string name) =>
        name == "count" ? statistics.Count : Figures.Where(figure => figure.Name == name).Select(figure => (double?)figure.Value).FirstOrDefault() ?? base.Figure(name);

    public override void Write(ResponseWriter writer)
    {
        writer.Number("count", statistics.Count);
        foreach (var (name, value) in Figures)
            writer.FloatingOrNull(name, value);
        if (statistics.Count == 0)
            return;
        foreach (var (name, value) in Figures)
        {
            if (type is BooleanType)
                writer.Flag(name + "_as_string", value != 0);
            else if (FigureText.Of(value, type, format) is { } text)
                writer.Text(name + "_as_string", text);
        }
    }
}
