using System.Numerics;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Repeats texts and lists: <c>'ab' * 3</c>.</summary>
internal static class Repetition
{
    public static bool IsRepeatable(object? value) => value is string or Markup or PythonList or PythonTuple;

    public static object? Repeat(object value, BigInteger times, RenderContext context)
    {
        if (times > long.MaxValue || times < long.MinValue)
            throw PythonException.Overflow("cannot fit 'int' into an index-sized integer");
        var count = (int)BigInteger.Clamp(times, 0, int.MaxValue);
        if (value is PythonSequence sequence)
        {
            context.CheckCount((long)sequence.Items.Count * count);
            List<object?> items = [.. Enumerable.Range(0, sequence.Items.Count == 0 ? 0 : count).SelectMany(_ => sequence.Items)];
            return value is PythonTuple ? new PythonTuple(items) : new PythonList(items);
        }

        var text = value as string ?? ((Markup)value).Text;
        context.CheckLength((long)text.Length * count);
        var repeated = text.Length == 0 ? "" : string.Concat(Enumerable.Repeat(text, count));
        return value is Markup ? new Markup(repeated) : repeated;
    }
}
