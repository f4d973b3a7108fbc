using System.Text;

namespace ElastAlert.Alerters.Stomp;

/// <summary>Is a frame of STOMP 1.1: a command, headers, a body.</summary>
/// <param name="Command">The command.</param>
/// <param name="Headers">The headers.</param>
internal sealed record StompFrame(string Command, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>Gets the body.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>Returns a header, or <see langword="null"/>; of several with one name, the first.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(header => header.Key == name).Value;

    /// <summary>Returns the frame as it is sent.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder(Command).Append('\n');
        foreach (var (name, value) in Headers)
            text.Append(Written(name)).Append(':').Append(Written(value)).Append('\n');
        if (Body.Length > 0)
            text.Append("content-length:").Append(Body.Length).Append('\n');
        return [.. Encoding.UTF8.GetBytes(text.Append('\n').ToString()), .. Body, 0];
    }

    /// <summary>Returns a part of a header as it was before it was sent.</summary>
    public static string Read(string written)
    {
        var text = new StringBuilder(written.Length);
        for (var place = 0; place < written.Length; place++)
        {
            var isEscape = written[place] == '\\' && place + 1 < written.Length;
            text.Append(isEscape ? written[++place] switch { 'n' => '\n', 'r' => '\r', 'c' => ':', var letter => letter } : written[place]);
        }

        return text.ToString();
    }

    // The two frames that open a connection are as in 1.0: nothing in them is escaped.
    private string Written(string part) => Command is "CONNECT" or "CONNECTED"
        ? part
        : part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace(":", "\\c", StringComparison.Ordinal);
}
