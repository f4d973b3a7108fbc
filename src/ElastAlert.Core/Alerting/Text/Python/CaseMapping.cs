using System.Text;

namespace ElastAlert.Alerting.Text.Python;

/// <summary>Changes the case of text as Python does: by Unicode's full mappings, without regard to a language.</summary>
internal static class CaseMapping
{
    private const char CapitalIWithDot = '\u0130';
    private const char SmallDotlessI = '\u0131';
    private const char LongS = '\u017F';
    private const char CapitalSigma = '\u03A3';

    public static string Upper(string text)
    {
        var upper = text.ToUpperInvariant();
        return upper.Any(letter => letter is SmallDotlessI or LongS || SpecialCasing.Upper.ContainsKey(letter)) ? Mapped(text, UpperOf) : upper;
    }

    public static string Lower(string text)
    {
        if (!text.Contains(CapitalIWithDot, StringComparison.Ordinal) && !text.Contains(CapitalSigma, StringComparison.Ordinal))
            return text.ToLowerInvariant();
        return MappedInPlace(text, static (_, whole, index) => LowerAt(whole, index));
    }

    /// <summary>Makes the first character a title letter and the rest lower case.</summary>
    public static string Capitalize(string text)
    {
        if (text.Length == 0)
            return text;
        var first = CodePoints.Truncate(text, 1);
        return TitleOf(first) + Lower(text)[Lower(first).Length..];
    }

    /// <summary>Makes the first letter of each run of letters a title letter and the rest lower case.</summary>
    public static string Title(string text)
    {
        var isInsideWord = false;
        return MappedInPlace(text, (letter, whole, index) =>
        {
            var mapped = isInsideWord ? LowerAt(whole, index) : TitleOf(letter);
            isInsideWord = PythonChars.IsCased(letter);
            return mapped;
        });
    }

    public static string SwapCase(string text) => MappedInPlace(text, static (letter, whole, index) =>
        PythonChars.IsUpper(letter) ? LowerAt(whole, index) : PythonChars.IsLower(letter) ? Upper(letter) : letter);

    /// <summary>Removes all differences of case, for comparing.</summary>
    public static string CaseFold(string text) => Mapped(text, static letter => letter switch
    {
        "\u00B5" => "\u03BC",
        "\u017F" => "s",
        "\u0345" or "\u1FBE" => "\u03B9",
        "\u03C2" => "\u03C3",
        "\u03D0" => "\u03B2",
        "\u03D1" => "\u03B8",
        "\u03D5" => "\u03C6",
        "\u03D6" => "\u03C0",
        "\u03F0" => "\u03BA",
        "\u03F1" => "\u03C1",
        "\u03F5" => "\u03B5",
        "\u1E9B" => "\u1E61",
        "\u1E9E" => "ss",
        "\u03A3" => "\u03C3",
        [var single] when SpecialCasing.Upper.TryGetValue(single, out var upper) => upper.ToLowerInvariant(),
        _ => Lower(letter),
    });

    /// <summary>Returns the title form of one code point: upper case, but only of its first letter where it stands for several.</summary>
    private static string TitleOf(string letter)
    {
        if (letter is not [var single])
            return Upper(letter);
        if (single is >= '\u10D0' and <= '\u10FF')
            return letter;
        if (single is >= '\u01C4' and <= '\u01CC')
            return char.ToString((char)('\u01C5' + ((single - '\u01C4') / 3 * 3)));
        if (single is >= '\u01F1' and <= '\u01F3')
            return "\u01F2";
        if (single == '\u0149')
            return "\u02BCN";
        if (!SpecialCasing.Upper.TryGetValue(single, out var upper))
            return UpperOf(letter);
        var simple = char.ToUpperInvariant(single);
        return simple != single || single is >= '\u1F80' and <= '\u1FFC' && upper.EndsWith('\u0399') ? char.ToString(simple) : upper[..1] + Lower(upper[1..]);
    }

    private static string UpperOf(string letter) => letter switch
    {
        [SmallDotlessI] => "I",
        [LongS] => "S",
        [var single] when SpecialCasing.Upper.TryGetValue(single, out var upper) => upper,
        _ => letter.ToUpperInvariant(),
    };

    /// <summary>Returns the lower case of the code point at an index, which may depend on what stands around it.</summary>
    private static string LowerAt(string text, int index) => text[index] switch
    {
        CapitalIWithDot => "i\u0307",
        CapitalSigma => IsFinalSigma(text, index) ? "\u03C2" : "\u03C3",
        _ when char.IsHighSurrogate(text[index]) && index + 1 < text.Length => text.Substring(index, 2).ToLowerInvariant(),
        var other => char.ToString(char.ToLowerInvariant(other)),
    };

    private static string MappedInPlace(string text, Func<string, string, int, string> map)
    {
        var mapped = new StringBuilder(text.Length + 4);
        var index = 0;
        foreach (var letter in CodePoints.Split(text))
        {
            mapped.Append(map(letter, text, index));
            index += letter.Length;
        }

        return mapped.ToString();
    }

    private static string Mapped(string text, Func<string, string> map) => string.Concat(CodePoints.Split(text).Select(map));

    /// <summary>A sigma at the end of a word has a form of its own.</summary>
    private static bool IsFinalSigma(string text, int index) => HasCasedBefore(text, index) && !HasCasedAfter(text, index);

    private static bool HasCasedBefore(string text, int index)
    {
        for (index--; index >= 0; index--)
        {
            if (!PythonChars.IsCaseIgnorable(text[index]))
                return PythonChars.IsCased(text.AsSpan(index, 1).ToString());
        }

        return false;
    }

    private static bool HasCasedAfter(string text, int index)
    {
        for (index++; index < text.Length; index++)
        {
            if (!PythonChars.IsCaseIgnorable(text[index]))
                return PythonChars.IsCased(text.AsSpan(index, 1).ToString());
        }

        return false;
    }
}
