namespace ElastAlert.Values;

/// <summary>Cuts a text into words, numbers and single signs; a number may have a fraction.</summary>
internal static class FreeFormTokens
{
    /// <summary>Returns the tokens; white space is one space each.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<string> Of(string text)
    {
        var tokens = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = EndOf(text, start);
            tokens.Add(char.IsWhiteSpace(text[start]) ? " " : text[start..end].Replace(',', '.'));
            if (text[start] == ',')
                tokens[^1] = ",";
            start = end;
        }

        return tokens;
    }

    private static int EndOf(string text, int start)
    {
        if (char.IsLetter(text[start]))
            return End(text, start, char.IsLetter);
        if (!char.IsAsciiDigit(text[start]))
            return start + 1;
        var end = End(text, start, char.IsAsciiDigit);
        if (end + 1 >= text.Length || !char.IsAsciiDigit(text[end + 1]) || !(text[end] == '.' || (text[end] == ',' && end - start >= 2)))
            return end;

        // Of 1.11.2026 and 1.Nov the points part members, and are no decimal points.
        var fractionEnd = End(text, end + 1, char.IsAsciiDigit);
        var isPartOfMore = IsPoint(text, fractionEnd) || (start > 1 && IsPoint(text, start - 1) && char.IsLetterOrDigit(text[start - 2]));
        return isPartOfMore ? end : fractionEnd;
    }

    private static bool IsPoint(string text, int place) => place < text.Length && text[place] == '.';

    private static int End(string text, int start, Func<char, bool> isMember)
    {
        while (start < text.Length && isMember(text[start]))
            start++;
        return start;
    }
}
