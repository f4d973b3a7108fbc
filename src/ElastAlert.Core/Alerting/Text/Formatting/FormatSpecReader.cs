using System.Globalization;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Reads a format specification from left to right.</summary>
internal sealed class FormatSpecReader(string text)
{
    private int _position;

    public FormatSpec Read()
    {
        var (fill, align) = ReadAlignment();
        var sign = ReadOneOf("+- ");
        var noNegativeZero = ReadOneOf("z") != '\0';
        var alternate = ReadOneOf("#") != '\0';
        var zeroPadded = fill is null && ReadOneOf("0") != '\0';
        var width = ReadNumber() ?? 0;
        var grouping = ReadGrouping();
        var precision = ReadPrecision();
        var type = ReadType();
        return new FormatSpec
        {
            Fill = fill ?? (zeroPadded ? "0" : " "),
            Align = align,
            Sign = sign,
            NoNegativeZero = noNegativeZero,
            Alternate = alternate,
            ZeroPadded = zeroPadded,
            Width = width,
            Grouping = grouping,
            Precision = precision,
            Type = type,
        };
    }

    private (string? Fill, char Align) ReadAlignment()
    {
        var fillLength = text.Length > 0 && char.IsHighSurrogate(text[0]) ? 2 : 1;
        if (text.Length > fillLength && IsAlign(text[fillLength]))
        {
            _position = fillLength + 1;
            return (text[..fillLength], text[fillLength]);
        }

        return text.Length > 0 && IsAlign(text[0]) ? (null, text[_position++]) : (null, '\0');
    }

    private static bool IsAlign(char letter) => letter is '<' or '>' or '=' or '^';

    private char ReadOneOf(string letters) =>
        _position < text.Length && letters.Contains(text[_position], StringComparison.Ordinal) ? text[_position++] : '\0';

    private int? ReadNumber()
    {
        // The digits of all scripts count.
        int? number = null;
        for (; _position < text.Length && CharUnicodeInfo.GetDecimalDigitValue(text[_position]) is var digit and >= 0; _position++)
        {
            number = ((number ?? 0) * 10) + digit;
            if (number > FormatSpec.MaxNumber)
                throw PythonException.Value($"a width or precision is greater than {FormatSpec.MaxNumber}");
        }

        return number;
    }

    private char ReadGrouping()
    {
        var grouping = ReadOneOf(",_");
        if (grouping != '\0' && ReadOneOf(",_") is var second and not '\0')
            throw PythonException.Value(second == grouping ? $"Cannot specify '{grouping}' twice." : "Cannot specify both ',' and '_'.");
        return grouping;
    }

    private int? ReadPrecision()
    {
        if (ReadOneOf(".") == '\0')
            return null;
        return ReadNumber() ?? throw PythonException.Value("Format specifier missing precision");
    }

    private char ReadType()
    {
        if (_position == text.Length)
            return '\0';
        return _position == text.Length - 1 ? text[_position] : throw PythonException.Value($"Invalid format specifier '{text}'");
    }
}
