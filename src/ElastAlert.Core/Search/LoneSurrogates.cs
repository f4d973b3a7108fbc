using System.Globalization;

namespace ElastAlert.Search;

/// <summary>Replaces escaped halves of characters in JSON: a server hands them on as they were indexed, but no text can hold them.</summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>Writes U+FFFD over every half, in place.</summary>
    public static void Replace(Span<byte> json)
    {
        while (json.IndexOf((byte)'\\') is var index and >= 0)
        {
            json = json[index..];
            var kind = KindOf(json);
            if (kind == Escape.High && KindOf(json[EscapeLength..]) == Escape.Low)
            {
                json = json[(2 * EscapeLength)..];
                continue;
            }

            if (kind != Escape.Other)
                "\\ufffd"u8.CopyTo(json);

            // What follows a backslash may be one itself, and begins no escape then.
            json = json[Math.Min(2, json.Length)..];
        }
    }

    private static Escape KindOf(ReadOnlySpan<byte> json)
    {
        if (json.Length < EscapeLength || !json.StartsWith("\\u"u8)
            || !byte.TryParse(json[2..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var upper))
            return Escape.Other;
        return upper switch
        {
            >= 0xD8 and <= 0xDB => Escape.High,
            >= 0xDC and <= 0xDF => Escape.Low,
            _ => Escape.Other,
        };
    }

    private enum Escape
    {
        Other,
        High,
        Low,
    }
}
