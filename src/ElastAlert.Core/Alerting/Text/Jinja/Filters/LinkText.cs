using System.Text.RegularExpressions;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Turns the addresses in a text, which is HTML already, into links.</summary>
internal sealed class LinkText
{
    private static readonly (string Open, string Close)[] Brackets = [("(", ")"), ("<", ">"), ("&lt;", "&gt;")];

    // None of these may backtrack: the text is whatever the field holds. Letters, numbers and the underscore are Python's \w; .NET's has marks too.
    private static readonly Regex Web = new(
        @"^(?:(?:https?://|www\.)(?:[\p{L}\p{N}_%-]+\.)*(?:[a-z]{2,63}|xn--[\p{L}\p{N}_%]{2,59})"
        + @"|(?:[\p{L}\p{N}_%-]{2,63}\.)+(?:com|net|int|edu|gov|org|info|mil)"
        + @"|https?://(?:\d{1,3}(?:\.\d{1,3}){3}|\[(?:[\da-f]{0,4}:){2}(?:[\da-f]{0,4}:?){1,6}\]))"
        + @"(?::\d{1,5})?(?:[/?#]\S*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static readonly Regex Mail = new(@"^\S+@[\p{L}\p{N}_][\p{L}\p{N}_.-]*\.[\p{L}\p{N}_]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static readonly Regex Scheme = new(@"^[\p{L}\p{N}_.+-]{2,}:/{0,2}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>Gets how much of an address is shown, or <see langword="null"/> for all.</summary>
    public int? Limit { get; init; }

    public string Rel { get; init; } = "";

    public string? Target { get; init; }

    public IReadOnlyList<string> ExtraSchemes { get; init; } = [];

    private string LinkAttributes => (Rel.Length == 0 ? "" : $" rel=\"{Rel}\"") + (string.IsNullOrEmpty(Target) ? "" : $" target=\"{Target}\"");

    /// <summary>Returns whether a text can be the beginning of an address, such as <c>tel:</c>.</summary>
    public static bool IsScheme(string text) => Scheme.IsMatch(text);

    public void Write(string text, PythonTextWriter writer)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            while (end < text.Length && !PythonChars.IsSpace(text[end]))
                end++;
            if (end > start)
                WriteWord(text[start..end], writer);
            start = end;
            while (end < text.Length && PythonChars.IsSpace(text[end]))
                end++;
            writer.Append(text[start..end]);
            start = end;
        }
    }

    private void WriteWord(string word, PythonTextWriter writer)
    {
        var middleStart = LeadingLength(word);
        var middleEnd = word.Length - TrailingLength(word[middleStart..]);
        var head = word[..middleStart];
        var middle = word[middleStart..middleEnd];
        var tail = word[middleEnd..];
        foreach (var (open, close) in Brackets)
            TakeBalance(ref middle, ref tail, open, close);
        writer.Append(head);
        writer.Append(Linked(middle));
        writer.Append(tail);
    }

    private string Linked(string text)
    {
        if (Web.IsMatch(text))
        {
            var hasScheme = text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal);
            return $"<a href=\"{(hasScheme ? "" : "https://")}{text}\"{LinkAttributes}>{Shown(text)}</a>";
        }

        if (text.StartsWith("mailto:", StringComparison.Ordinal) && Mail.IsMatch(text[7..]))
            return $"<a href=\"{text}\">{text[7..]}</a>";
        if (text.Contains('@', StringComparison.Ordinal) && !text.StartsWith("www.", StringComparison.Ordinal) && !text.StartsWith('@')
            && !text.Contains(':', StringComparison.Ordinal) && Mail.IsMatch(text))
        {
            return $"<a href=\"mailto:{text}\">{text}</a>";
        }

        return ExtraSchemes.Any(scheme => text != scheme && text.StartsWith(scheme, StringComparison.Ordinal))
            ? $"<a href=\"{text}\"{LinkAttributes}>{text}</a>"
            : text;
    }

    private string Shown(string text) =>
        Limit is { } limit && CodePoints.Count(text) > limit ? CodePoints.Truncate(text, Math.Max(limit, 0)) + "..." : text;

    private static int LeadingLength(string word)
    {
        var length = 0;
        while (length < word.Length)
        {
            var step = word[length] is '(' or '<' ? 1 : string.CompareOrdinal(word, length, "&lt;", 0, 4) == 0 ? 4 : 0;
            if (step == 0)
                break;
            length += step;
        }

        return length;
    }

    private static int TrailingLength(string word)
    {
        var end = word.Length;
        while (end > 0)
        {
            var step = word[end - 1] is ')' or '>' or '.' or ',' ? 1 : end >= 4 && string.CompareOrdinal(word, end - 4, "&gt;", 0, 4) == 0 ? 4 : 0;
            if (step == 0)
                break;
            end -= step;
        }

        return word.Length - end;
    }

    /// <summary>Moves closing brackets from the tail to an address that has more opening ones.</summary>
    private static void TakeBalance(ref string middle, ref string tail, string open, string close)
    {
        var opened = Occurrences(middle, open);
        if (opened <= Occurrences(middle, close))
            return;
        for (var moves = Math.Min(opened, Occurrences(tail, close)); moves > 0; moves--)
        {
            var end = tail.IndexOf(close, StringComparison.Ordinal) + close.Length;
            middle += tail[..end];
            tail = tail[end..];
        }
    }

    private static int Occurrences(string text, string part)
    {
        var count = 0;
        for (var index = text.IndexOf(part, StringComparison.Ordinal); index >= 0; index = text.IndexOf(part, index + part.Length, StringComparison.Ordinal))
            count++;
        return count;
    }
}
