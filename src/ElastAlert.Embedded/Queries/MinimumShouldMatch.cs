using System.Globalization;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Queries;

/// <summary>Says how many of several optional clauses must match: a number, a percentage, or what may be missing of either.</summary>
internal sealed record MinimumShouldMatch(int Value, bool IsPercentage)
{
    public static MinimumShouldMatch Parse(string text)
    {
        var isPercentage = text.EndsWith('%');
        if (!int.TryParse(text.TrimEnd('%'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            throw RequestFailure.Unsupported($"[minimum_should_match] with the value [{text}]");
        return new MinimumShouldMatch(value, isPercentage);
    }

    public int Of(int optional)
    {
        var count = IsPercentage ? (int)(optional * (Value / 100.0)) : Value;
        return Math.Max(0, Value < 0 ? optional + count : count);
    }
}
