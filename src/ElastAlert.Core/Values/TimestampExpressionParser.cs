using System.Globalization;
using System.Text;

namespace ElastAlert.Values;

/// <summary>Parses <see cref="TimestampExpression"/>: terms joined by <c>+</c>, each <c>ts</c>, a quoted text or a group, with slices and methods.</summary>
internal sealed class TimestampExpressionParser(string text)
{
    private const int DeepestNesting = 32;

    private int _position;
    private int _depth;

    /// <summary>Gets why the expression could not be parsed.</summary>
    public string Reason { get; private set; } = "it is empty";

    /// <summary>Returns what the expression does to a text, or <see langword="null"/> with a <see cref="Reason"/>.</summary>
    public Func<string, string>? Parse()
    {
        var sum = Sum();
        return sum is null || Peek() == '\0' ? sum : Fail<Func<string, string>>($"'{text[_position..]}' is not understood");
    }

    private Func<string, string>? Sum()
    {
        if (++_depth > DeepestNesting)
            return Fail<Func<string, string>>("it is nested too deeply");
        var sum = Term();
        while (sum is not null && Take('+'))
            sum = Concatenated(sum, Term());
        _depth--;
        return sum;
    }

    private Func<string, string>? Term()
    {
        var term = Primary();
        while (term is not null && Peek() is '[' or '.')
            term = Take('[') ? Slice(term!) : Method(term!);
        return term;
    }

    private Func<string, string>? Primary()
    {
        if (Take('('))
            return Sum() is { } inner && Take(')') ? inner : Fail<Func<string, string>>("a closing parenthesis is missing");
        if (Peek() is '\'' or '"')
            return Quoted() is { } literal ? _ => literal : null;
        return Word() == "ts" ? static ts => ts : Fail<Func<string, string>>("only 'ts' and quoted texts can be used");
    }

    private Func<string, string>? Slice(Func<string, string> of)
    {
        var start = Number();
        var isSlice = Take(':');
        var end = isSlice ? Number() : null;
        if (!Take(']') || (!isSlice && start is null))
            return Fail<Func<string, string>>("a slice is written [first:last]");
        return isSlice ? ts => Sliced(of(ts), start, end) : ts => Sliced(of(ts), start, start == -1 ? null : start + 1);
    }

    private Func<string, string>? Method(Func<string, string> of)
    {
        Take('.');
        var name = Word();
        if (!Take('(') || Arguments() is not { } arguments)
            return Fail<Func<string, string>>($"'.{name}' is not understood");
        return (name, arguments.Count) switch
        {
            ("replace", 2) when arguments[0].Length > 0 => ts => of(ts).Replace(arguments[0], arguments[1], StringComparison.Ordinal),
            ("strip", 0) => ts => of(ts).Trim(),
            ("strip", 1) => ts => of(ts).Trim(arguments[0].ToCharArray()),
            ("lstrip", 1) => ts => of(ts).TrimStart(arguments[0].ToCharArray()),
            ("rstrip", 1) => ts => of(ts).TrimEnd(arguments[0].ToCharArray()),
            _ => Fail<Func<string, string>>($"'.{name}' with {arguments.Count} arguments is not supported"),
        };
    }

    private List<string>? Arguments()
    {
        var arguments = new List<string>();
        while (!Take(')'))
        {
            if ((arguments.Count > 0 && !Take(',')) || Quoted() is not { } argument)
                return null;
            arguments.Add(argument);
        }

        return arguments;
    }

    private string? Quoted()
    {
        var quote = Peek();
        if (quote is not ('\'' or '"'))
            return Fail<string>("a quoted text is missing");
        var literal = new StringBuilder();
        for (_position++; _position < text.Length && text[_position] != quote; _position++)
        {
            if (text[_position] == '\\' && _position + 1 < text.Length)
                _position++;
            literal.Append(text[_position]);
        }

        return _position++ < text.Length ? literal.ToString() : Fail<string>("a closing quote is missing");
    }

    private string Word()
    {
        Peek();
        var start = _position;
        while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] == '_'))
            _position++;
        return text[start.._position];
    }

    private int? Number()
    {
        var sign = Take('-') ? -1 : 1;
        return int.TryParse(Word(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? sign * number : null;
    }

    private char Peek()
    {
        while (_position < text.Length && text[_position] == ' ')
            _position++;
        return _position < text.Length ? text[_position] : '\0';
    }

    private bool Take(char expected)
    {
        if (Peek() != expected)
            return false;
        _position++;
        return true;
    }

    private T? Fail<T>(string reason)
        where T : class
    {
        Reason = reason;
        return null;
    }

    private static Func<string, string>? Concatenated(Func<string, string> left, Func<string, string>? right) =>
        right is null ? null : ts => left(ts) + right(ts);

    // As Python slices: negative counts from the end, beyond the ends is cut off.
    private static string Sliced(string value, int? start, int? end)
    {
        var from = Bound(start ?? 0, value.Length);
        var to = Bound(end ?? value.Length, value.Length);
        return from < to ? value[from..to] : "";
    }

    private static int Bound(int index, int length) => Math.Clamp(index < 0 ? index + length : index, 0, length);
}
