namespace ElastAlert.Alerting.Text.Python;

/// <summary>Breaks text into lines of a greatest width, as Python's <c>textwrap</c> does: greedily, at white space and after hyphens.</summary>
internal sealed class TextWrapper(int width)
{
    /// <summary>Gets whether a word that no line can hold is cut.</summary>
    public bool BreaksLongWords { get; init; } = true;

    /// <summary>Gets whether lines may end after a hyphen inside a word.</summary>
    public bool BreaksOnHyphens { get; init; } = true;

    /// <summary>Returns the lines; white space at their ends is dropped, except before the first word.</summary>
    public List<string> Wrap(string text)
    {
        if (width <= 0)
            throw PythonException.Value($"invalid width {width} (must be > 0)");
        var chunks = new Stack<string>(WordChunks.Split(text, BreaksOnHyphens).Reverse());
        var lines = new List<string>();
        while (chunks.Count > 0)
        {
            if (lines.Count > 0 && string.IsNullOrWhiteSpace(chunks.Peek()))
                chunks.Pop();
            var line = FillLine(chunks);
            if (line.Count > 0)
                lines.Add(string.Concat(line));
        }

        return lines;
    }

    private List<string> FillLine(Stack<string> chunks)
    {
        var line = new List<string>();
        var length = 0;
        while (chunks.Count > 0 && CodePoints.Count(chunks.Peek()) is var next && length + next <= width)
        {
            line.Add(chunks.Pop());
            length += next;
        }

        if (chunks.Count > 0 && CodePoints.Count(chunks.Peek()) > width)
            TakeLongWord(chunks, line, length);
        if (line.Count > 0 && string.IsNullOrWhiteSpace(line[^1]))
            line.RemoveAt(line.Count - 1);
        return line;
    }

    private void TakeLongWord(Stack<string> chunks, List<string> line, int length)
    {
        if (!BreaksLongWords)
        {
            if (line.Count == 0)
                line.Add(chunks.Pop());
            return;
        }

        // Where nothing is left, an empty piece is added, which keeps the white space before it: so does Python.
        var space = width - length;
        var word = chunks.Pop();
        var end = CutPlace(word, space);
        line.Add(CodePoints.Range(word, 0, end));
        chunks.Push(CodePoints.Range(word, end, CodePoints.Count(word)));
    }

    /// <summary>A long word is cut after the last hyphen that fits, unless only hyphens stand before it.</summary>
    private int CutPlace(string word, int space)
    {
        if (!BreaksOnHyphens || CodePoints.Count(word) <= space)
            return space;
        var start = CodePoints.Truncate(word, space);
        var hyphen = start.LastIndexOf('-');
        return hyphen > 0 && start.AsSpan(0, hyphen).ContainsAnyExcept('-') ? CodePoints.Count(start[..(hyphen + 1)]) : space;
    }
}
