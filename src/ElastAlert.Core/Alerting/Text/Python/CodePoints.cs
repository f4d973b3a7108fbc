using System.Buffers;
using System.Text;

namespace ElastAlert.Alerting.Text.Python;

/// <summary>Counts and cuts text in code points, as Python does, where .NET counts UTF-16 units.</summary>
internal static class CodePoints
{
    private static readonly SearchValues<char> HighSurrogates =
        SearchValues.Create(Enumerable.Range(0xD800, 0x400).Select(code => (char)code).ToArray());

    public static int Count(string text)
    {
        if (!text.AsSpan().ContainsAny(HighSurrogates))
            return text.Length;
        var count = 0;
        for (var index = 0; index < text.Length; index += LengthAt(text, index))
            count++;
        return count;
    }

    /// <summary>Returns at most so many code points from the beginning.</summary>
    public static string Truncate(string text, int count)
    {
        if (text.Length <= count)
            return text;
        return text[..UnitIndex(text, count)];
    }

    /// <summary>Returns the code points from one index to before another; both lie within the text.</summary>
    public static string Range(string text, int start, int end)
    {
        var first = UnitIndex(text, start);
        return text[first..(first + UnitIndex(text[first..], end - start))];
    }

    /// <summary>Splits a text into its code points; a lone surrogate counts as one.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var parts = new List<string>(text.Length);
        for (var index = 0; index < text.Length; index += LengthAt(text, index))
            parts.Add(LengthAt(text, index) == 1 ? char.ToString(text[index]) : text.Substring(index, 2));
        return parts;
    }

    /// <summary>Returns how many code points stand before an index of UTF-16 units.</summary>
    public static int IndexOf(string text, int unitIndex) => unitIndex < 0 ? unitIndex : Count(text[..unitIndex]);

    /// <summary>Returns the index of UTF-16 units at which a code point begins, or the end of the text.</summary>
    public static int UnitIndex(string text, int codePoint)
    {
        if (!text.AsSpan().ContainsAny(HighSurrogates))
            return Math.Min(codePoint, text.Length);
        var index = 0;
        for (; codePoint > 0 && index < text.Length; codePoint--)
            index += LengthAt(text, index);
        return index;
    }

    private static int LengthAt(string text, int index) =>
        Rune.TryGetRuneAt(text, index, out var rune) ? rune.Utf16SequenceLength : 1;
}
