using System.Text;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Dates;

/// <summary>Reads and writes dates by a pattern of letters such as <c>yyyy/MM/dd HH-mm-ss</c>.</summary>
internal sealed class LetterPattern : IDatePattern
{
    private readonly List<PatternElement> _elements = [];

    public LetterPattern(string pattern)
    {
        for (var i = 0; i < pattern.Length;)
            i = ReadElement(pattern, i);
    }

    public bool TryParse(ReadOnlySpan<char> text, DateResolution resolution, out Moment moment)
    {
        var fields = default(DateFields);
        moment = default;
        foreach (var element in _elements)
        {
            if (!PatternElements.TryRead(element, ref text, ref fields))
                return false;
        }

        return text.IsEmpty && fields.TryResolve(resolution, out moment);
    }

    public string Format(Moment moment, TimeZoneInfo zone)
    {
        var utc = moment.ToUtc();
        var local = Zones.ToLocal(utc, zone);
        var text = new StringBuilder();
        foreach (var element in _elements)
            PatternElements.Append(element, text, local, moment.Nanos, local - utc);
        return text.ToString();
    }

    private int ReadElement(string pattern, int at)
    {
        var c = pattern[at];
        if (c == '\'')
            return ReadQuoted(pattern, at);
        if (c is '[' or ']' or '{' or '}' or '#')
            throw RequestFailure.Unsupported($"[{c}] in the date format [{pattern}]");
        if (!char.IsAsciiLetter(c))
        {
            _elements.Add(new PatternElement(PatternElement.Literal, 1, c.ToString()));
            return at + 1;
        }

        var end = at;
        while (end < pattern.Length && pattern[end] == c)
            end++;
        if (!PatternElements.IsSupported(c, end - at))
            throw RequestFailure.Unsupported($"[{pattern[at..end]}] in the date format [{pattern}]");
        var isAdjacent = end < pattern.Length && char.IsAsciiLetter(pattern[end]);
        _elements.Add(new PatternElement(c, end - at, "") { IsAdjacent = isAdjacent });
        return end;
    }

    private int ReadQuoted(string pattern, int at)
    {
        var end = pattern.IndexOf('\'', at + 1);
        if (end < 0)
            throw RequestFailure.Illegal($"Invalid format: [{pattern}]: Pattern ends with an incomplete string literal");
        _elements.Add(new PatternElement(PatternElement.Literal, 1, end == at + 1 ? "'" : pattern[(at + 1)..end]));
        return end + 1;
    }
}
