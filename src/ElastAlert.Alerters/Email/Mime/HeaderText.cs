using System.Text;

namespace ElastAlert.Alerters.Email.Mime;

/// <summary>Writes header lines: what is not ASCII as encoded words (RFC 2047), long ones folded (RFC 5322).</summary>
internal static class HeaderText
{
    private const int LineLength = 76;
    private const int LongestWord = 900;
    private const int EncodedBytes = 39;

    /// <summary>Returns a header whose value is free text. Line ends become spaces, so that a text can never add a header.</summary>
    public static string Unstructured(string name, string value)
    {
        var text = OneLine(value);
        return NeedsEncoding(text) ? Fold(name, EncodedWords(text)) : Fold(name, Words(text));
    }

    /// <summary>Returns a header whose value is a list of addresses.</summary>
    public static string Addresses(string name, IEnumerable<MailAddressText> addresses, string separator)
    {
        var items = addresses.Select(static address => address.ToHeader()).ToList();
        return Fold(name, items.Select((item, index) => index < items.Count - 1 ? item + separator.TrimEnd() : item).SelectMany(Words));
    }

    /// <summary>Returns a phrase, such as the name before an address, quoted or encoded where it must be.</summary>
    public static string Phrase(string text)
    {
        if (NeedsEncoding(text))
            return string.Join(' ', EncodedWords(text));
        return text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-' or '_')
            ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Returns a text on one line, without control characters.</summary>
    public static string OneLine(string text) => string.Concat(
        text.ReplaceLineEndings(" ").Select(static letter => char.IsControl(letter) ? ' ' : letter)).TrimEnd();

    // An encoded word must look like one, and a word that cannot be folded must not exceed a line of SMTP.
    private static bool NeedsEncoding(string text) =>
        text.Any(static letter => letter > '~') || text.Contains("=?", StringComparison.Ordinal) || text.Split(' ').Any(static word => word.Length > LongestWord);

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var index = 1; index < text.Length; index++)
        {
            // Several spaces in a row stay in front of the word they precede.
            if (text[index] != ' ' || text[index - 1] == ' ')
                continue;
            yield return text[start..index];
            start = index + 1;
        }

        yield return text[start..];
    }

    private static IEnumerable<string> EncodedWords(string text)
    {
        var bytes = new List<byte>(EncodedBytes);
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes.Count + rune.Utf8SequenceLength > EncodedBytes)
            {
                yield return EncodedWord(bytes);
                bytes.Clear();
            }

            bytes.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
        }

        yield return EncodedWord(bytes);
    }

    private static string EncodedWord(List<byte> bytes) => $"=?utf-8?b?{Convert.ToBase64String(bytes.ToArray())}?=";

    private static string Fold(string name, IEnumerable<string> words)
    {
        var text = new StringBuilder(name).Append(':');
        var length = text.Length;
        foreach (var word in words)
        {
            if (length + 1 + word.Length > LineLength && length > name.Length + 1)
            {
                text.Append("\r\n");
                length = 0;
            }

            text.Append(' ').Append(word);
            length += word.Length + 1;
        }

        return text.Append("\r\n").ToString();
    }
}
