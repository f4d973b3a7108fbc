using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is a number of things.</summary>
internal sealed class CountResult(long value) : AggregationResult
{
    public override double Figure(string name) => name == "value" ? value : base.Figure(name);

    public override void Write(ResponseWriter writer) => writer.Number("value", value);
}
