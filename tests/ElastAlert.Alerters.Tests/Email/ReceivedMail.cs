using System.Text;
using System.Text.RegularExpressions;

namespace ElastAlert.Alerters.Tests.Email;

/// <summary>Reads a received message: headers unfolded and decoded, parts decoded.</summary>
internal sealed partial class ReceivedMail
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    public ReceivedMail(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        foreach (var line in Folding().Replace(text[..end], " ").Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            _headers[line[..colon]] = Decode(line[(colon + 1)..].Trim());
        }

        var body = text[(end + 4)..];
        Content = Header("Content-Transfer-Encoding") == "base64" ? Convert.FromBase64String(body) : Encoding.UTF8.GetBytes(body);
        if (Boundary().Match(Header("Content-Type") ?? "") is { Success: true } boundary)
            Parts = [.. body.Split("--" + boundary.Groups[1].Value)[1..^1].Select(static part => new ReceivedMail(part[2..]))];
    }

    public IReadOnlyList<ReceivedMail> Parts { get; } = [];

    public byte[] Content { get; }

    public string Text => Encoding.UTF8.GetString(Content);

    public string? Header(string name) => _headers.GetValueOrDefault(name);

    public string ContentType => Header("Content-Type")!.Split(';')[0];

    private static string Decode(string value)
    {
        // White space between two encoded words does not count (RFC 2047, 6.2).
        var joined = BetweenWords().Replace(value, "?==?");
        var bytes = new List<byte>();
        var done = 0;
        foreach (Match word in EncodedWord().Matches(joined))
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(joined[done..word.Index]));
            bytes.AddRange(Convert.FromBase64String(word.Groups[1].Value));
            done = word.Index + word.Length;
        }

        bytes.AddRange(Encoding.UTF8.GetBytes(joined[done..]));
        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"\r\n[ \t]")]
    private static partial Regex Folding();

    [GeneratedRegex("boundary=\"([^\"]+)\"")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?b\?([^?]*)\?=")]
    private static partial Regex EncodedWord();
}
