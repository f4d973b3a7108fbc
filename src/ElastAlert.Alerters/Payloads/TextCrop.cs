namespace ElastAlert.Alerters.Payloads;

/// <summary>Cuts texts to what a service takes; lengths are code points, and nothing is cut through.</summary>
internal static class TextCrop
{
    /// <summary>Returns a text, or its beginning and a remark when it is too long.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The greatest length that is left as it is.</param>
    /// <param name="kept">How much of a longer text is kept.</param>
    /// <param name="remark">What follows the part that is kept.</param>
    public static string Crop(string text, int longest, int kept, string remark) =>
        Length(text) <= longest ? text : text[..Index(text, kept)] + remark;

    private static int Length(string text) => text.Length - text.Count(char.IsLowSurrogate);

    private static int Index(string text, int codePoints)
    {
        var index = 0;
        for (var count = 0; count < codePoints && index < text.Length; count++)
            index += char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
        return index;
    }
}
