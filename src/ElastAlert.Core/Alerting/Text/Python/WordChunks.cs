namespace ElastAlert.Alerting.Text.Python;

/// <summary>Cuts text into the pieces that lines are filled with: white space, words, and the parts of words with hyphens.</summary>
internal static class WordChunks
{
    private const string Spaces = "\t\n\v\f\r ";

    public static IEnumerable<string> Split(string text, bool atHyphens)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = ChunkEnd(text, start, atHyphens);
            yield return text[start..end];
            start = end;
        }
    }

    private static int ChunkEnd(string text, int start, bool atHyphens)
    {
        if (IsSpace(text[start]))
            return EndOf(text, start, IsSpace);
        if (!atHyphens)
            return EndOf(text, start, static letter => !IsSpace(letter));
        if (DashEnd(text, start) is { } dashEnd)
            return dashEnd;
        var index = start + 1;
        for (; index < text.Length && !IsSpace(text[index]); index++)
        {
            if (text[index] == '-' && DashEnd(text, index) is not null)
                return index;
            if (text[index - 1] == '-' && IsHyphenBreak(text, index))
                return index;
        }

        return index;
    }

    /// <summary>Returns where a dash of several hyphens between words ends, if one begins here.</summary>
    private static int? DashEnd(string text, int start)
    {
        if (start == 0 || text[start] != '-' || !IsWordOrPunctuation(text[start - 1]))
            return null;
        var end = EndOf(text, start, static letter => letter == '-');
        return end - start >= 2 && end < text.Length && IsWord(text[end]) ? end : null;
    }

    /// <summary>Returns whether a line may end before an index, after the hyphen there: between letters that are more than an initial.</summary>
    private static bool IsHyphenBreak(string text, int index)
    {
        var hyphen = index - 1;
        var lettersBefore = hyphen >= 2 && IsLetter(text[hyphen - 1])
            && (IsLetter(text[hyphen - 2]) || (hyphen >= 3 && text[hyphen - 2] == '-' && IsLetter(text[hyphen - 3])));
        if (!lettersBefore || index >= text.Length || !IsLetter(text[index]))
            return false;
        return index + 1 < text.Length
            && (IsLetter(text[index + 1]) || (text[index + 1] == '-' && index + 2 < text.Length && IsLetter(text[index + 2])));
    }

    private static int EndOf(string text, int start, Func<char, bool> belongs)
    {
        var end = start;
        while (end < text.Length && belongs(text[end]))
            end++;
        return end;
    }

    private static bool IsSpace(char letter) => Spaces.Contains(letter, StringComparison.Ordinal);

    private static bool IsWord(char letter) => letter == '_' || char.IsLetterOrDigit(letter);

    /// <summary>Letters here are what may stand in a word, except digits; the underscore is one.</summary>
    private static bool IsLetter(char letter) => letter == '_' || (IsWord(letter) && !char.IsDigit(letter));

    private static bool IsWordOrPunctuation(char letter) => IsWord(letter) || letter is '!' or '"' or '\'' or '&' or '.' or ',' or '?';
}
