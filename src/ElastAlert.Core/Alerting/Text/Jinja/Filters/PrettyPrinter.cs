using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Writes values as Python's <c>pprint</c> does: keys sorted, and over several lines what one line cannot hold.</summary>
internal sealed class PrettyPrinter(RenderContext context)
{
    private const int Width = 80;

    private readonly PythonTextWriter _writer = new(context.Limits.MaxTextLength);

    public string Format(object? value)
    {
        Write(value, indent: 0, allowance: 0);
        return _writer.ToString();
    }

    private void Write(object? value, int indent, int allowance)
    {
        context.Charge(1);
        var line = OneLine(value);
        if (CodePoints.Count(line) <= Width - indent - allowance || !_writer.Enter(value ?? this))
        {
            _writer.Append(line);
            return;
        }

        switch (value)
        {
            case PythonDict { Count: > 0 } dict: WriteDict(dict, indent, allowance); break;
            case PythonList { IsTrue: true } list: WriteItems(list, "[", "]", indent, allowance); break;
            case PythonTuple { IsTrue: true } tuple: WriteItems(tuple, "(", tuple.Items.Count == 1 ? ",)" : ")", indent, allowance); break;
            case string { Length: > 0 } text: WriteText(text, indent, allowance); break;
            default: _writer.Append(line); break;
        }

        _writer.Leave();
    }

    private void WriteDict(PythonDict dict, int indent, int allowance)
    {
        _writer.Append("{");
        var keys = SortedKeys(dict);
        for (var index = 0; index < keys.Count; index++)
        {
            var isLast = index == keys.Count - 1;
            var key = OneLine(keys[index]);
            dict.TryGetValue(keys[index], out var value);
            _writer.Append(key + ": ");
            Write(value, indent + 1 + CodePoints.Count(key) + 2, isLast ? allowance + 1 : 1);
            if (!isLast)
                BreakLine(",", indent + 1);
        }

        _writer.Append("}");
    }

    private void WriteItems(PythonSequence sequence, string begin, string end, int indent, int allowance)
    {
        _writer.Append(begin);
        for (var index = 0; index < sequence.Items.Count; index++)
        {
            var isLast = index == sequence.Items.Count - 1;
            Write(sequence.Items[index], indent + 1, isLast ? allowance + end.Length : 1);
            if (!isLast)
                BreakLine(",", indent + 1);
        }

        _writer.Append(end);
    }

    /// <summary>Writes a long text as several, each in quotes, cut at line ends and between words.</summary>
    private void WriteText(string text, int indent, int allowance)
    {
        var isOutermost = indent == 0;
        if (isOutermost)
            (indent, allowance) = (1, 1);
        var pieces = new TextPieces(Width - indent, Width - indent - allowance).Cut(text);
        if (pieces.Count == 1)
        {
            _writer.Append(PythonText.Quote(text));
            return;
        }

        if (isOutermost)
            _writer.Append("(");
        for (var index = 0; index < pieces.Count; index++)
        {
            if (index > 0)
                BreakLine("", indent);
            _writer.Append(PythonText.Quote(pieces[index]));
        }

        if (isOutermost)
            _writer.Append(")");
    }

    private void BreakLine(string separator, int indent) => _writer.Append(separator + "\n" + new string(' ', Math.Min(indent, context.Limits.MaxTextLength)));

    private string OneLine(object? value)
    {
        var writer = new PythonTextWriter(context.Limits.MaxTextLength);
        WriteOnOneLine(writer, value);
        var line = writer.ToString();
        context.CheckLength(line.Length);
        return line;
    }

    private void WriteOnOneLine(PythonTextWriter writer, object? value)
    {
        if (value is not (PythonDict or PythonList or PythonTuple) || !writer.Enter(value))
        {
            writer.Repr(value);
            return;
        }

        var (begin, end, parts) = value switch
        {
            PythonDict dict => ("{", "}", (IReadOnlyList<object?>)SortedKeys(dict)),
            PythonList list => ("[", "]", list.Items),
            PythonTuple { Items.Count: 1 } tuple => ("(", ",)", tuple.Items),
            _ => ("(", ")", ((PythonTuple)value).Items),
        };
        writer.Append(begin);
        for (var index = 0; index < parts.Count; index++)
        {
            if (index > 0)
                writer.Append(", ");
            WriteOnOneLine(writer, parts[index]);
            if (value is not PythonDict owner)
                continue;
            writer.Append(": ");
            owner.TryGetValue(parts[index], out var member);
            WriteOnOneLine(writer, member);
        }

        writer.Append(end);
        writer.Leave();
    }

    /// <summary>Sorts keys; those without an order by the names of their types.</summary>
    private List<object?> SortedKeys(PythonDict dict)
    {
        try
        {
            return StableSort.Sort(dict.Keys, context.Comparer, descending: false);
        }
        catch (PythonException exception) when (exception.Kind == "TypeError")
        {
            return [.. dict.Keys.OrderBy(key => PythonType.NameOf(key), StringComparer.Ordinal)];
        }
    }
}
