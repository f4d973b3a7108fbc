using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Reads numbers: <c>42</c>, <c>1_000</c>, <c>0x1f</c>, <c>1.5e3</c>.</summary>
internal static partial class NumberLiteral
{
    /// <summary>Returns how long the number at an index is, and its value; a whole number directly after a dot is a place in a list.</summary>
    public static (int Length, object Value) Read(string text, int start)
    {
        if (start == 0 || text[start - 1] != '.')
        {
            var real = Real().Match(text, start);
            if (real.Success)
                return (real.Length, double.Parse(Digits(real), NumberStyles.Float, CultureInfo.InvariantCulture));
        }

        var whole = Whole().Match(text, start);
        return (whole.Length, PythonInteger.Normalize(ParseWhole(Digits(whole))));
    }

    private static string Digits(Match match) => match.Value.Replace("_", "", StringComparison.Ordinal);

    private static BigInteger ParseWhole(string digits) => digits switch
    {
        ['0', 'x' or 'X', ..] => BigInteger.Parse("0" + digits[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
        ['0', 'b' or 'B', ..] => digits[2..].Aggregate(BigInteger.Zero, (value, digit) => (value * 2) + (digit - '0')),
        ['0', 'o' or 'O', ..] => digits[2..].Aggregate(BigInteger.Zero, (value, digit) => (value * 8) + (digit - '0')),
        _ => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"\G[0-9](?:_?[0-9])*(?:(?:\.[0-9](?:_?[0-9])*)?[eE][+\-]?[0-9](?:_?[0-9])*|\.[0-9](?:_?[0-9])*)", RegexOptions.CultureInvariant)]
    private static partial Regex Real();

    [GeneratedRegex(@"\G(?:0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0[xX](?:_?[0-9a-fA-F])+|[1-9](?:_?[0-9])*|0(?:_?0)*)", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
