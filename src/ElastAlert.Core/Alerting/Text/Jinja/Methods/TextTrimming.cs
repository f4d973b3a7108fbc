using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Methods;

/// <summary>Takes something off the ends of texts.</summary>
internal static class TextTrimming
{
    /// <summary>Takes white space, or any of some characters, off the ends.</summary>
    public static string Trim(string text, object? characters, bool atStart, bool atEnd)
    {
        var letters = characters is null ? null : CodePoints.Split(Argument.Text(characters)).ToHashSet(StringComparer.Ordinal);
        var parts = letters is { } set && set.Any(letter => letter.Length > 1)
            ? CodePoints.Split(text)
            : null;
        return parts is null
            ? TrimUnits(text, letter => letters is null ? PythonChars.IsSpace(letter) : letters.Contains(char.ToString(letter)), atStart, atEnd)
            : TrimLetters(parts, letters!, atStart, atEnd);
    }

    public static object? RemovePrefix(RenderContext context, string text, object?[] arguments)
    {
        var prefix = Argument.Text(arguments[0]);
        return text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;
    }

    public static object? RemoveSuffix(RenderContext context, string text, object?[] arguments)
    {
        var suffix = Argument.Text(arguments[0]);
        return text.EndsWith(suffix, StringComparison.Ordinal) ? text[..^suffix.Length] : text;
    }

    private static string TrimUnits(string text, Func<char, bool> isTrimmed, bool atStart, bool atEnd)
    {
        var start = 0;
        var end = text.Length;
        while (atStart && start < end && isTrimmed(text[start]))
            start++;
        while (atEnd && end > start && isTrimmed(text[end - 1]))
            end--;
        return text[start..end];
    }

    private static string TrimLetters(IReadOnlyList<string> letters, HashSet<string> trimmed, bool atStart, bool atEnd)
    {
        var start = 0;
        var end = letters.Count;
        while (atStart && start < end && trimmed.Contains(letters[start]))
            start++;
        while (atEnd && end > start && trimmed.Contains(letters[end - 1]))
            end--;
        return string.Concat(letters.Skip(start).Take(end - start));
    }
}
