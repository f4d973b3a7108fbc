using System.Text;

namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Puts sign, prefix, grouped digits and padding of a number together.</summary>
/// <param name="IsNegative">Whether the number is below zero.</param>
/// <param name="Prefix">What stands between sign and digits, such as <c>0x</c>.</param>
/// <param name="Digits">The digits before the decimal point: what is grouped.</param>
/// <param name="Rest">What follows: fraction, exponent, percent sign.</param>
internal readonly record struct NumberLayout(bool IsNegative, string Prefix, string Digits, string Rest)
{
    public string Write(FormatSpec spec, int groupSize)
    {
        var sign = IsNegative ? "-" : spec.Sign is '+' or ' ' ? char.ToString(spec.Sign) : "";
        var align = spec.Align != '\0' ? spec.Align : spec.ZeroPadded ? '=' : '>';
        var outside = sign.Length + Prefix.Length + Rest.Length;

        // Zeros that fill up a number are digits of it: they are grouped too.
        var minimumWidth = align == '=' && spec.Fill == "0" ? spec.Width - outside : 0;
        var digits = spec.Grouping == '\0' ? Digits.PadLeft(Math.Max(minimumWidth, 0), '0') : Grouped(spec.Grouping, groupSize, minimumWidth);
        if (align != '=')
            return spec.Pad(sign + Prefix + digits + Rest, '>');
        return sign + Prefix + (spec with { Width = spec.Width - sign.Length - Prefix.Length, Align = '>' }).Pad(digits + Rest, '>');
    }

    private string Grouped(char separator, int groupSize, int minimumWidth)
    {
        var reversed = new StringBuilder();
        for (var written = 0; written < Digits.Length || reversed.Length < minimumWidth; written++)
        {
            if (written > 0 && written % groupSize == 0)
                reversed.Append(separator);
            reversed.Append(written < Digits.Length ? Digits[Digits.Length - 1 - written] : '0');
        }

        var letters = reversed.ToString().ToCharArray();
        Array.Reverse(letters);
        return new string(letters);
    }
}
