using System.Buffers;
using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Is a number of neighbouring hits of an answer, as text in memory from the shared pool; they are parsed when they are used.</summary>
internal sealed class HitChunk : IDisposable
{
    private readonly int _start;
    private readonly int _length;
    private byte[] _buffer;

    /// <summary>Takes over a buffer.</summary>
    /// <param name="buffer">The buffer, from the shared pool, which has a byte to spare on both sides of the hits.</param>
    /// <param name="hits">Where the hits stand, with what parts them.</param>
    /// <param name="count">The number of hits.</param>
    public HitChunk(byte[] buffer, Range hits, int count)
    {
        var (offset, length) = hits.GetOffsetAndLength(buffer.Length);
        (_buffer, _start, _length, Count) = (buffer, offset - 1, length + 2, count);

        // What stands before and behind the hits belongs to other chunks, which have copies; so the hits become an array where they are.
        buffer[_start] = (byte)'[';
        buffer[_start + _length - 1] = (byte)']';
    }

    /// <summary>Gets the number of hits.</summary>
    public int Count { get; }

    /// <summary>Parses the hits: an array, valid until it or the chunk is disposed.</summary>
    public JsonDocument Parse() => JsonDocument.Parse(_buffer.AsMemory(_start, _length));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, []) is { Length: > 0 } buffer)
            ArrayPool<byte>.Shared.Return(buffer);
    }
}
