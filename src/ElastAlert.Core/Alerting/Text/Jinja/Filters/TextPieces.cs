using ElastAlert.Alerting.Text.Python;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Cuts a text into pieces whose quoted form fits a width.</summary>
internal sealed class TextPieces(int width, int lastWidth)
{
    private readonly List<string> _pieces = [];

    public List<string> Cut(string text)
    {
        var lines = LinesOf(text);
        for (var index = 0; index < lines.Count; index++)
        {
            var isLastLine = index == lines.Count - 1;
            var limit = isLastLine ? lastWidth : width;
            if (CodePoints.Count(PythonText.Quote(lines[index])) <= limit)
                _pieces.Add(lines[index]);
            else
                CutLine(lines[index], isLastLine);
        }

        return _pieces;
    }

    private void CutLine(string line, bool isLastLine)
    {
        var current = "";
        var words = WordsOf(line);
        for (var index = 0; index < words.Count; index++)
        {
            var candidate = current + words[index];
            var limit = isLastLine && index == words.Count - 1 ? lastWidth : width;
            if (CodePoints.Count(PythonText.Quote(candidate)) > limit && current.Length > 0)
            {
                _pieces.Add(current);
                candidate = words[index];
            }

            current = candidate;
        }

        if (current.Length > 0)
            _pieces.Add(current);
    }

    private static List<string> LinesOf(string text)
    {
        var lines = new List<string>();
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (!PythonChars.IsLineEnd(text[index]) || (text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n'))
                continue;
            lines.Add(text[start..(index + 1)]);
            start = index + 1;
        }

        if (start < text.Length)
            lines.Add(text[start..]);
        return lines;
    }

    /// <summary>Returns words, each with the white space behind it.</summary>
    private static List<string> WordsOf(string line)
    {
        var words = new List<string>();
        var index = 0;
        while (index < line.Length)
        {
            var start = index;
            while (index < line.Length && !PythonChars.IsSpace(line[index]))
                index++;
            while (index < line.Length && PythonChars.IsSpace(line[index]))
                index++;
            words.Add(line[start..index]);
        }

        return words;
    }
}
