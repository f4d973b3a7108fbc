using System.Globalization;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Writes values as JSON the way Python does: keys sorted, other characters than ASCII as escapes.</summary>
internal sealed class JsonText
{
    private readonly PythonTextWriter _writer;
    private readonly RenderContext _context;
    private readonly string? _indent;
    private int _level;

    public JsonText(PythonTextWriter writer, RenderContext context, object? indent)
    {
        _writer = writer;
        _context = context;
        _indent = indent is null ? null : Argument.TryText(indent) ?? Spaces(context, Argument.Int(indent));
    }

    public void Write(object? value)
    {
        switch (value)
        {
            case null: _writer.Append("null"); break;
            case bool boolean: _writer.Append(boolean ? "true" : "false"); break;
            case double number: _writer.Append(Number(number)); break;
            case string text: WriteText(text); break;
            case PythonObject { Text: { } text }: WriteText(text); break;
            case PythonDict dict: WriteDict(dict); break;
            case PythonSequence and not PythonRange: WriteItems((PythonSequence)value); break;
            default:
                if (!PythonInteger.TryGet(value, out _))
                    throw PythonException.Type($"Object of type {PythonType.NameOf(value)} is not JSON serializable");
                _writer.Append(PythonInteger.Text(value));
                break;
        }
    }

    private static string Spaces(RenderContext context, int count)
    {
        context.CheckLength(count);
        return new string(' ', Math.Max(0, count));
    }

    private static string Number(double number) => double.IsFinite(number)
        ? PythonText.OfDouble(number)
        : double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";

    private void WriteItems(PythonSequence sequence)
    {
        Enter(sequence, "[");
        for (var index = 0; index < sequence.Items.Count; index++)
        {
            Separate(index);
            Write(sequence.Items[index]);
        }

        Leave("]", sequence.Items.Count);
    }

    private void WriteDict(PythonDict dict)
    {
        Enter(dict, "{");
        var keys = StableSort.Sort(dict.Keys, _context.Comparer, descending: false);
        for (var index = 0; index < keys.Count; index++)
        {
            Separate(index);
            WriteText(KeyText(keys[index]));
            _writer.Append(": ");
            dict.TryGetValue(keys[index], out var value);
            Write(value);
        }

        Leave("}", keys.Count);
    }

    private void Enter(object container, string bracket)
    {
        if (!_writer.Enter(container))
            throw PythonException.Value("Circular reference detected");
        _writer.Append(bracket);
        _level++;
    }

    private void Leave(string bracket, int count)
    {
        _level--;
        if (count > 0)
            BreakLine();
        _writer.Append(bracket);
        _writer.Leave();
    }

    private void Separate(int index)
    {
        if (index > 0)
            _writer.Append(_indent is null ? ", " : ",");
        BreakLine();
    }

    private void BreakLine()
    {
        if (_indent is null)
            return;
        _writer.Append("\n");
        for (var level = 0; level < _level; level++)
            _writer.Append(_indent);
    }

    private static string KeyText(object? key) => key switch
    {
        null => "null",
        bool boolean => boolean ? "true" : "false",
        double number => Number(number),
        _ => Argument.TryText(key) ?? (PythonInteger.TryGet(key, out _)
            ? PythonInteger.Text(key)
            : throw PythonException.Type($"keys must be str, int, float, bool or None, not {PythonType.NameOf(key)}")),
    };

    private void WriteText(string text)
    {
        _writer.Append("\"");
        foreach (var letter in text)
            _writer.Append(Escaped(letter));
        _writer.Append("\"");
    }

    private static string Escaped(char letter) => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        >= ' ' and <= '~' => char.ToString(letter),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
    };
}
