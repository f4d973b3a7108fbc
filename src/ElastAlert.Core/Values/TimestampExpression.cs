using System.Diagnostics.CodeAnalysis;

namespace ElastAlert.Values;

/// <summary>
/// Is an expression over the text of a moment, <c>ts</c>: slices, concatenation and <c>replace</c>, as rules of the reference use them.
/// Nothing else can be written, so nothing else can be run.
/// </summary>
internal sealed class TimestampExpression
{
    private readonly Func<string, string> _apply;

    private TimestampExpression(Func<string, string> apply) => _apply = apply;

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression, such as <c>ts[:23] + 'Z'</c>.</param>
    /// <param name="expression">The expression read.</param>
    /// <param name="reason">Why it could not be read.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out TimestampExpression? expression, [NotNullWhen(false)] out string? reason)
    {
        var parser = new TimestampExpressionParser(text);
        var apply = parser.Parse();
        expression = apply is null ? null : new TimestampExpression(apply);
        reason = apply is null ? parser.Reason : null;
        return apply is not null;
    }

    /// <summary>Reads an expression that was checked when the rule was loaded.</summary>
    /// <param name="text">The expression.</param>
    /// <exception cref="FormatException">The expression cannot be read.</exception>
    public static TimestampExpression Parse(string text) =>
        TryParse(text, out var expression, out var reason) ? expression : throw new FormatException(reason);

    /// <summary>Evaluates the expression.</summary>
    /// <param name="timestamp">The text that <c>ts</c> stands for.</param>
    public string Apply(string timestamp) => _apply(timestamp);
}
