using System.Globalization;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Reads one conversion of a printf text.</summary>
internal sealed class PercentSpecReader(string text, int position)
{
    private const string Types = "diouxXeEfFgGcrsa";

    /// <summary>Gets the index after what was read.</summary>
    public int Position { get; private set; } = position;

    private char Current => Position < text.Length ? text[Position] : throw PythonException.Value("incomplete format");

    /// <summary>Reads what follows a percent sign; another one must follow directly to stand for itself.</summary>
    public PercentSpec Read()
    {
        if (Current == '%')
            return new PercentSpec { Type = text[Position++] };
        var spec = ReadFlags(new PercentSpec { Name = Current == '(' ? ReadName() : null });
        spec = spec with { Width = ReadNumber() ?? 0 };
        if (Current == '.')
        {
            Position++;
            spec = spec with { Precision = ReadNumber() ?? 0 };
        }

        if (Current is 'h' or 'l' or 'L')
            Position++;
        if (!Types.Contains(Current, StringComparison.Ordinal))
            throw PythonException.Value(string.Create(CultureInfo.InvariantCulture, $"unsupported format character '{Current}' (0x{(int)Current:x}) at index {Position}"));
        return spec with { Type = text[Position++] };
    }

    private string ReadName()
    {
        var start = ++Position;
        for (var depth = 1; Position < text.Length; Position++)
        {
            depth += text[Position] == '(' ? 1 : text[Position] == ')' ? -1 : 0;
            if (depth == 0)
                return text[start..Position++];
        }

        throw PythonException.Value("incomplete format key");
    }

    private PercentSpec ReadFlags(PercentSpec spec)
    {
        while (true)
        {
            switch (Current)
            {
                case '#': spec = spec with { Alternate = true }; break;
                case '0': spec = spec with { ZeroPadded = true }; break;
                case '-': spec = spec with { LeftAligned = true }; break;
                case '+': spec = spec with { Sign = '+' }; break;
                case ' ' when spec.Sign != '+': spec = spec with { Sign = ' ' }; break;
                case ' ': break;
                default: return spec;
            }

            Position++;
        }
    }

    private int? ReadNumber()
    {
        if (Current == '*')
        {
            Position++;
            return PercentSpec.FromArguments;
        }

        var start = Position;
        while (char.IsAsciiDigit(Current))
            Position++;
        if (Position == start)
            return null;
        var isSmall = int.TryParse(text.AsSpan(start, Position - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isSmall && number <= FormatSpec.MaxNumber
            ? number
            : throw PythonException.Value($"a width or precision is greater than {FormatSpec.MaxNumber}");
    }
}
