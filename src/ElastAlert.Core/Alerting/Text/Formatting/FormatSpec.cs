using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Is a format specification: <c>[[fill]align][sign][z][#][0][width][grouping][.precision][type]</c>.</summary>
internal sealed record FormatSpec
{
    /// <summary>The greatest width and precision; Python has none, but a text of an alert needs no more.</summary>
    public const int MaxNumber = 100_000;

    public static FormatSpec Empty { get; } = new();

    public string Fill { get; init; } = " ";

    /// <summary>Gets where the padding goes: <c>&lt; &gt; ^ =</c>, or <c>\0</c> for where the type has it.</summary>
    public char Align { get; init; }

    public char Sign { get; init; }

    /// <summary>Gets whether a negative zero loses its sign.</summary>
    public bool NoNegativeZero { get; init; }

    public bool Alternate { get; init; }

    /// <summary>Gets whether a zero stood before the width.</summary>
    public bool ZeroPadded { get; init; }

    public int Width { get; init; }

    public char Grouping { get; init; }

    public int? Precision { get; init; }

    /// <summary>Gets the type code, or <c>\0</c>.</summary>
    public char Type { get; init; }

    public static FormatSpec Parse(string text) => text.Length == 0 ? Empty : new FormatSpecReader(text).Read();

    /// <summary>Says that a type code does not suit a value.</summary>
    public PythonException UnknownType(object? value) =>
        PythonException.Value($"Unknown format code '{Type}' for object of type '{PythonType.NameOf(value)}'");

    /// <summary>Puts padding around a text, in code points.</summary>
    public string Pad(string text, char defaultAlign)
    {
        var missing = Width - CodePoints.Count(text);
        if (missing <= 0)
            return text;
        var left = (Align == '\0' ? defaultAlign : Align) switch
        {
            '<' => 0,
            '^' => missing / 2,
            _ => missing,
        };
        return Repeated(left) + text + Repeated(missing - left);
    }

    private string Repeated(int count) => Fill.Length == 1 ? new string(Fill[0], count) : string.Concat(Enumerable.Repeat(Fill, count));
}
