using System.Globalization;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is a range of whole numbers.</summary>
internal sealed class PythonRange(long start, long stop, long step) : PythonSequence, IItems, IAttributes
{
    private readonly RangeItems _items = new(start, stop, step);

    public override string TypeName => "range";

    public override IReadOnlyList<object?> Items => _items;

    public override bool IsOrdered => false;

    public int? Count => _items.Count;

    public IEnumerable<object?> Enumerate(RenderContext context) => _items;

    public bool TryGetAttribute(string name, RenderContext context, out object? value)
    {
        value = name switch
        {
            "start" => start,
            "stop" => stop,
            "step" => step,
            _ => null,
        };
        return value is not null;
    }

    /// <summary>Returns a part of the range, which is a range too.</summary>
    public PythonRange Slice(SliceSpan span) => new(start + (span.Start * step), start + (span.Stop * step), step * span.Step);

    public override void WriteRepr(PythonTextWriter writer) => writer.Append(step == 1
        ? string.Create(CultureInfo.InvariantCulture, $"range({start}, {stop})")
        : string.Create(CultureInfo.InvariantCulture, $"range({start}, {stop}, {step})"));
}
