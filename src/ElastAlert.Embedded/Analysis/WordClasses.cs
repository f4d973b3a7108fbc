using System.Globalization;
using System.Text;

namespace ElastAlert.Embedded.Analysis;

/// <summary>Classifies characters for <see cref="StandardAnalyzer"/>.</summary>
internal static class WordClasses
{
    private static readonly WordClass[] Ascii = [.. Enumerable.Range(0, 128).Select(c => OfAscii((char)c))];

    public static WordClass Of(Rune rune) => rune.IsAscii ? Ascii[rune.Value] : OfOther(rune);

    private static WordClass OfAscii(char c) => c switch
    {
        >= '0' and <= '9' => WordClass.Numeric,
        '_' => WordClass.Connector,
        ':' => WordClass.MidLetter,
        ',' or ';' => WordClass.MidNumber,
        '.' or '\'' => WordClass.MidBoth,
        _ when char.IsAsciiLetter(c) => WordClass.Letter,
        _ => WordClass.Other,
    };

    private static WordClass OfOther(Rune rune) => rune.Value switch
    {
        0x2018 or 0x2019 or 0x2024 or 0xFE52 or 0xFF07 or 0xFF0E => WordClass.MidBoth,
        0xB7 or 0x387 or 0x55F or 0x5F4 or 0x2027 or 0xFE13 or 0xFE55 or 0xFF1A => WordClass.MidLetter,
        0x37E or 0x589 or 0x60C or 0x60D or 0x66C or 0x7F8 or 0x2044 or 0xFE10 or 0xFE14 or 0xFE50 or 0xFE54 or 0xFF0C or 0xFF1B
            => WordClass.MidNumber,
        0x202F => WordClass.Connector,
        >= 0x3040 and <= 0x309F or 0x3005 or 0x3007 or (>= 0x3021 and <= 0x3029) => WordClass.Ideograph,
        >= 0x30A0 and <= 0x30FF or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9F) => WordClass.Katakana,
        >= 0x3400 and <= 0x4DBF or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF)
            => WordClass.Ideograph,
        0x200B => WordClass.Other,
        _ => OfCategory(Rune.GetUnicodeCategory(rune)),
    };

    private static WordClass OfCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => WordClass.Letter,
        UnicodeCategory.DecimalDigitNumber => WordClass.Numeric,
        UnicodeCategory.ConnectorPunctuation => WordClass.Connector,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format => WordClass.Extend,
        _ => WordClass.Other,
    };
}
