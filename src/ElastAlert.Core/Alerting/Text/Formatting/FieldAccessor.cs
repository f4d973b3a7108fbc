using System.Globalization;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Is one step from a value to a part of it: <c>.name</c> or <c>[key]</c>.</summary>
internal readonly record struct FieldAccessor(bool IsAttribute, string Key)
{
    public object? Apply(object? value) => IsAttribute ? Attribute(value) : Item(value);

    private object? Attribute(object? value) => PythonType.AttributeOf(value, Key)
        ?? throw PythonException.Attribute($"'{PythonType.NameOf(value)}' object has no attribute '{Key}'");

    private object? Item(object? value)
    {
        var index = IndexOf(Key);
        switch (value)
        {
            case PythonDict dict:
                object key = index is null ? Key : index.Value;
                return dict.TryGetValue(key, out var member) ? member : throw PythonException.Key(ValueText.Repr(key));
            case PythonSequence sequence:
                return index < sequence.Items.Count ? sequence.Items[(int)index.Value] : throw NoItem(sequence, index);
            case string text:
                return index < CodePoints.Count(text) ? CodePoints.Range(text, (int)index.Value, (int)index.Value + 1) : throw NoItem(text, index);
            default:
                throw PythonException.Type($"'{PythonType.NameOf(value)}' object is not subscriptable");
        }
    }

    private static long? IndexOf(string key) =>
        long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static PythonException NoItem(object value, long? index) => index is null
        ? PythonException.Type($"{PythonType.NameOf(value)} indices must be integers")
        : PythonException.Index($"{PythonType.NameOf(value)} index out of range");
}
