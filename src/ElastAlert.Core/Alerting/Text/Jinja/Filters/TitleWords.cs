using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Capitalizes words as the filter <c>title</c> has them: parted by white space, hyphens and opening brackets.</summary>
internal static class TitleWords
{
    public static string Of(string text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && !Separates(text[index]))
                continue;
            result.Append(Capitalized(text[start..index]));
            if (index < text.Length)
                result.Append(text[index]);
            start = index + 1;
        }

        return result.ToString();
    }

    private static bool Separates(char letter) => letter is '-' or '(' or '{' or '[' or '<' || PythonChars.IsSpace(letter);

    private static string Capitalized(string word)
    {
        if (word.Length == 0)
            return word;
        var first = CodePoints.Truncate(word, 1);
        return CaseMapping.Upper(first) + CaseMapping.Lower(word[first.Length..]);
    }
}
