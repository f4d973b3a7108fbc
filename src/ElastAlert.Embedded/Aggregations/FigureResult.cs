using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is one figure; of dates also as text.</summary>
internal sealed class FigureResult(double value, NumericType? type = null, DateFormat? format = null) : AggregationResult
{
    public override double Figure(string name) => name == "value" ? value : base.Figure(name);

    public override void Write(ResponseWriter writer)
    {
        writer.FloatingOrNull("value", value);
        if (double.IsFinite(value) && FigureText.Of(value, type, format) is { } text)
            writer.Text("value_as_string", text);
    }
}
