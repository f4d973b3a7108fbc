namespace ElastAlert.Embedded.Indexing;

/// <summary>Reads text line by line, without the line ends.</summary>
internal struct LineReader(ReadOnlyMemory<byte> text)
{
    private ReadOnlyMemory<byte> _rest = text;

    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        line = default;
        if (_rest.IsEmpty)
            return false;
        var end = _rest.Span.IndexOf((byte)'\n');
        line = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? default : _rest[(end + 1)..];
        if (!line.IsEmpty && line.Span[^1] == '\r')
            line = line[..^1];
        return true;
    }
}
