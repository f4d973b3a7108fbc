using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Numbers;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is figures at several percentages.</summary>
internal sealed class PercentilesResult(IReadOnlyList<(double Percent, double Value)> values, NumericType? type, bool isKeyed) : AggregationResult
{
    public override double Figure(string name)
    {
        foreach (var (percent, value) in values)
        {
            if (JavaNumber.Format(percent) == name || name == percent.ToString(System.Globalization.CultureInfo.InvariantCulture))
                return value;
        }

        return base.Figure(name);
    }

    public override void Write(ResponseWriter writer)
    {
        if (isKeyed)
            WriteKeyed(writer);
        else
            WriteList(writer);
    }

    private void WriteKeyed(ResponseWriter writer)
    {
        writer.BeginObject("values");
        foreach (var (percent, value) in values)
        {
            var name = JavaNumber.Format(percent);
            writer.FloatingOrNull(name, value);
            if (double.IsFinite(value) && FigureText.Of(value, type, null) is { } text)
                writer.Text(name + "_as_string", text);
        }

        writer.EndObject();
    }

    private void WriteList(ResponseWriter writer)
    {
        writer.BeginArray("values");
        foreach (var (percent, value) in values)
        {
            writer.BeginObject();
            writer.Floating("key", percent);
            writer.FloatingOrNull("value", value);
            if (double.IsFinite(value) && FigureText.Of(value, type, null) is { } text)
                writer.Text("value_as_string", text);
            writer.EndObject();
        }

        writer.EndArray();
    }
}
