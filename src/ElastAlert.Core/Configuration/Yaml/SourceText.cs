namespace ElastAlert.Configuration.Yaml;

/// <summary>Is the text of a file with its environment references replaced, which still knows where each character stands in the file.</summary>
internal sealed class SourceText
{
    private readonly string _file;
    private readonly string _original;
    private readonly List<int> _lineStarts;
    private readonly List<Shift> _shifts;

    public SourceText(string file, string original, string text, IReadOnlyList<Shift> shifts)
    {
        _file = file;
        _original = original;
        _lineStarts = LineStarts(original);
        _shifts = [.. shifts];
        Text = text;
    }

    /// <summary>Gets the text that is parsed.</summary>
    public string Text { get; }

    /// <summary>Returns the place in the file of a character of <see cref="Text"/>.</summary>
    public SourceLocation Locate(int index)
    {
        var original = Original(index);
        var line = _lineStarts.BinarySearch(original);
        if (line < 0)
            line = ~line - 1;
        return new SourceLocation(_file, line + 1, original - _lineStarts[line] + 1);
    }

    /// <summary>Returns this text with blanks put in before a character.</summary>
    public SourceText Indented(int index, int width) => Replaced(index, 0, new string(' ', width));

    /// <summary>Returns this text without some of its characters.</summary>
    public SourceText Without(int index, int length) => Replaced(index, length, "");

    private SourceText Replaced(int index, int length, string replacement)
    {
        var piece = new Shift(index, replacement.Length, Original(index), length);
        var moved = _shifts.Select(shift => shift.Index < index ? shift : shift with { Index = shift.Index + replacement.Length - length });
        var text = Text.Remove(index, length).Insert(index, replacement);
        return new SourceText(_file, _original, text, [.. moved.Append(piece).OrderBy(static shift => shift.Index)]);
    }

    private int Original(int index)
    {
        var found = _shifts.FindLastIndex(shift => shift.Index <= index);
        if (found < 0)
            return index;
        var shift = _shifts[found];
        return index < shift.Index + shift.Length
            ? shift.OriginalIndex
            : index - shift.Index - shift.Length + shift.OriginalIndex + shift.OriginalLength;
    }

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var index = text.IndexOf('\n', StringComparison.Ordinal); index >= 0; index = text.IndexOf('\n', index + 1))
            starts.Add(index + 1);
        return starts;
    }

    /// <summary>Is a replaced piece: where it stands in the new text, and what it stood for in the file.</summary>
    internal readonly record struct Shift(int Index, int Length, int OriginalIndex, int OriginalLength);
}
