namespace ElastAlert.Alerters.Sns;

/// <summary>Makes a subject that SNS takes: printable ASCII on one line, at most 100 letters, beginning with no blank.</summary>
internal static class SnsSubject
{
    private const int Longest = 100;

    public static string Of(string subject)
    {
        var text = string.Concat(subject.EnumerateRunes().Select(Printable)).TrimStart();
        return text.Length > Longest ? text[..Longest] : text;
    }

    private static char Printable(System.Text.Rune letter) => letter.Value switch
    {
        < ' ' or 0x7f => ' ',
        > 0x7f => '?',
        _ => (char)letter.Value,
    };
}
