using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Methods;

/// <summary>Lists the methods that ask what a text consists of.</summary>
internal static class TextPredicates
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        OfEach("isalnum", PythonChars.IsAlphanumeric),
        OfEach("isalpha", PythonChars.IsAlpha),
        OfEach("isdecimal", PythonChars.IsDecimal),
        OfEach("isdigit", PythonChars.IsDigit),
        OfEach("isnumeric", PythonChars.IsNumeric),
        OfEach("isspace", static letter => PythonChars.IsSpace(letter[0])),
        Of("isascii", static text => System.Text.Ascii.IsValid(text)),
        Of("isprintable", static text => CodePoints.Split(text).All(PythonChars.IsPrintable)),
        Of("isidentifier", IsIdentifier),
        Of("islower", IsLower),
        Of("isupper", IsUpper),
        Of("istitle", IsTitle),
    ];

    /// <summary>Returns whether a text has letters with case, all of them lower.</summary>
    public static bool IsLower(string text)
    {
        var letters = CodePoints.Split(text);
        return letters.Any(PythonChars.IsLower) && !letters.Any(letter => PythonChars.IsUpper(letter) || PythonChars.IsTitle(letter));
    }

    /// <summary>Returns whether a text has letters with case, all of them upper.</summary>
    public static bool IsUpper(string text)
    {
        var letters = CodePoints.Split(text);
        return letters.Any(PythonChars.IsUpper) && !letters.Any(letter => PythonChars.IsLower(letter) || PythonChars.IsTitle(letter));
    }

    private static NativeFunction Of(string name, Func<string, bool> predicate) => new(name, [], (_, self, _) => predicate(Argument.Text(self)));

    private static NativeFunction OfEach(string name, Func<string, bool> predicate) =>
        Of(name, text => text.Length > 0 && CodePoints.Split(text).All(predicate));

    private static bool IsIdentifier(string text)
    {
        var letters = CodePoints.Split(text);
        return letters.Count > 0 && PythonChars.BeginsName(letters[0]) && letters.All(PythonChars.ContinuesName);
    }

    private static bool IsTitle(string text)
    {
        var isInsideWord = false;
        var hasCased = false;
        foreach (var letter in CodePoints.Split(text))
        {
            var begins = PythonChars.IsUpper(letter) || PythonChars.IsTitle(letter);
            if (begins ? isInsideWord : PythonChars.IsLower(letter) && !isInsideWord)
                return false;
            isInsideWord = PythonChars.IsCased(letter);
            hasCased |= isInsideWord;
        }

        return hasCased;
    }
}
