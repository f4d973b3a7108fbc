using System.Globalization;
using System.Text;

namespace ElastAlert.Alerting.Text.Python;

/// <summary>Sorts characters into the classes that Python has; a character is given as the text of one code point.</summary>
internal static class PythonChars
{
    /// <summary>Returns whether a character is white space; Python counts four separators that .NET does not.</summary>
    public static bool IsSpace(char letter) => char.IsWhiteSpace(letter) || letter is >= '\x1c' and <= '\x1f';

    /// <summary>Returns whether a character ends a line for <c>splitlines</c>.</summary>
    public static bool IsLineEnd(char letter) =>
        letter is '\n' or '\r' or '\v' or '\f' or '\x1c' or '\x1d' or '\x1e' or '\x85' or '\u2028' or '\u2029';

    public static bool IsAlpha(string letter) => Category(letter) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter;

    public static bool IsDecimal(string letter) => Category(letter) == UnicodeCategory.DecimalDigitNumber;

    public static bool IsDigit(string letter) => IsDecimal(letter) || CharUnicodeInfo.GetDigitValue(letter, 0) >= 0;

    public static bool IsNumeric(string letter) => CharUnicodeInfo.GetNumericValue(letter, 0) != -1;

    public static bool IsAlphanumeric(string letter) => IsAlpha(letter) || IsDigit(letter) || IsNumeric(letter);

    public static bool IsUpper(string letter) => Category(letter) == UnicodeCategory.UppercaseLetter
        || letter is [>= '\u2160' and <= '\u216F'] or [>= '\u24B6' and <= '\u24CF'];

    public static bool IsLower(string letter) => Category(letter) == UnicodeCategory.LowercaseLetter
        || letter is [>= '\u2170' and <= '\u217F'] or [>= '\u24D0' and <= '\u24E9'] or ['\u00AA' or '\u00BA' or '\u0345']
        or [>= '\u02B0' and <= '\u02B8'] or [>= '\u02C0' and <= '\u02C1'] or [>= '\u02E0' and <= '\u02E4'];

    public static bool IsTitle(string letter) => Category(letter) == UnicodeCategory.TitlecaseLetter;

    public static bool IsCased(string letter) => IsUpper(letter) || IsLower(letter) || IsTitle(letter);

    /// <summary>Returns whether a character says nothing about the case of the word it stands in.</summary>
    public static bool IsCaseIgnorable(char letter) => letter is '\'' or '.' or ':' or '^' or '`' or '\u2019' or '\u00B7'
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;

    /// <summary>Returns whether a character may stand in a word: a letter, a digit or an underscore.</summary>
    public static bool IsWord(string letter) => letter == "_" || IsAlphanumeric(letter);

    /// <summary>Returns whether a character may begin a name.</summary>
    public static bool BeginsName(string letter) => letter == "_" || IsAlpha(letter) || Category(letter) == UnicodeCategory.LetterNumber;

    /// <summary>Returns whether a character may follow in a name.</summary>
    public static bool ContinuesName(string letter) => BeginsName(letter) || letter == "\u00B7" || Category(letter) is
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.ConnectorPunctuation;

    public static bool IsPrintable(string letter) => letter == " " || Category(letter) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);

    private static UnicodeCategory Category(string letter) =>
        Rune.TryGetRuneAt(letter, 0, out var rune) ? Rune.GetUnicodeCategory(rune) : UnicodeCategory.Surrogate;
}
