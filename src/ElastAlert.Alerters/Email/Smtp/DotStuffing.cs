namespace ElastAlert.Alerters.Email.Smtp;

/// <summary>Prepares a message for the wire: a dot that begins a line is doubled, and a lone dot ends it (RFC 5321, 4.5.2).</summary>
internal static class DotStuffing
{
    public static byte[] Apply(ReadOnlySpan<byte> message)
    {
        var result = new List<byte>(message.Length + 64);
        var isLineStart = true;
        foreach (var letter in message)
        {
            if (isLineStart && letter == '.')
                result.Add((byte)'.');
            result.Add(letter);
            isLineStart = letter == '\n';
        }

        if (!isLineStart)
            result.AddRange("\r\n"u8);
        result.AddRange(".\r\n"u8);
        return [.. result];
    }
}
