using System.Buffers;
using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>
/// Cuts an answer, while it arrives, into chunks of hits and the rest. All of it is checked to be JSON, and no more than a chunk is ever in
/// one piece of memory, so that large pages need no large arrays.
/// </summary>
internal sealed class HitCutter : IDisposable
{
    private const int UsualSize = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _rest = new(1024);
    private readonly List<HitChunk> _chunks = [];
    private readonly HitTokens _tokens = new();
    private JsonReaderState _state;
    private byte[] _buffer = Rent(UsualSize);
    private int _filled = 1; // a chunk needs a byte before its first hit, and one behind its last
    private int _read = 1;
    private int _restStart = 1;
    private int _hitStart = -1;
    private int _hitsStart;
    private int _hitsEnd;
    private int _count;

    /// <summary>Gets the number of bytes so far.</summary>
    public long Length { get; private set; }

    /// <summary>Gets what the answer begins with.</summary>
    public ReadOnlyMemory<byte> Beginning => _rest.WrittenCount > 0 ? _rest.WrittenMemory : _buffer.AsMemory(1, _filled - 1);

    private bool IsFull => _filled == _buffer.Length - 1;

    /// <summary>Returns where the next bytes are to be written.</summary>
    /// <exception cref="JsonException">The bytes so far do not begin a JSON text.</exception>
    public Memory<byte> Room()
    {
        // Not sooner, because a long text that has not ended is scanned from its beginning every time.
        if (IsFull)
            Scan(isLast: false);
        if (IsFull)
            MakeRoom();
        return _buffer.AsMemory(_filled, _buffer.Length - 1 - _filled);
    }

    /// <summary>Takes over bytes that were written.</summary>
    /// <param name="count">Their number.</param>
    public void Take(int count)
    {
        _filled += count;
        Length += count;
    }

    /// <summary>Ends the answer, and hands over what it was cut into.</summary>
    /// <exception cref="JsonException">It is not a whole JSON text.</exception>
    public (JsonDocument Root, IReadOnlyList<HitChunk> Chunks) Finish()
    {
        Scan(isLast: true);
        var text = _rest.WrittenSpan.ToArray();
        LoneSurrogates.Replace(text);
        var rest = JsonDocument.Parse(text);
        HitChunk[] chunks = [.. _chunks];
        _chunks.Clear();
        return (rest, chunks);
    }

    public void Dispose()
    {
        foreach (var chunk in _chunks)
            chunk.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private static byte[] Rent(int size) => ArrayPool<byte>.Shared.Rent(Math.Max(size, UsualSize));

    private void Scan(bool isLast)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_read, _filled - _read), isLast, _state);
        while (reader.Read())
            Note(_tokens.Follow(ref reader), _read + (int)reader.TokenStartIndex, _read + (int)reader.BytesConsumed);
        _read += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        if (_tokens.IsInArray)
            return;
        KeepRest(_read);
        if (_count > 0)
            CloseChunk(_read);
    }

    private void Note(HitToken token, int start, int end)
    {
        switch (token)
        {
            case HitToken.ArrayStart:
                KeepRest(end);
                break;
            case HitToken.HitStart:
                _hitStart = start;
                break;
            case HitToken.HitEnd:
                if (_count++ == 0)
                    _hitsStart = _hitStart;
                (_hitStart, _hitsEnd) = (-1, end);
                break;
            case HitToken.ArrayEnd:
                _restStart = start;
                break;
        }
    }

    private void KeepRest(int end)
    {
        _rest.Write(_buffer.AsSpan(_restStart, end - _restStart));
        _restStart = end;
    }

    private void MakeRoom()
    {
        var needed = _hitStart >= 0 ? _hitStart : _read;
        if (_count > 0)
            CloseChunk(needed);
        else if (needed > 1)
            Move(needed, _buffer);
        else
            Grow();
    }

    private void CloseChunk(int needed)
    {
        var full = _buffer;
        Move(needed, Rent(2 * (_filled - needed)));
        LoneSurrogates.Replace(full.AsSpan(_hitsStart.._hitsEnd));
        _chunks.Add(new HitChunk(full, _hitsStart.._hitsEnd, _count));
        _count = 0;
    }

    private void Grow()
    {
        var small = _buffer;
        Move(1, Rent(2 * small.Length));
        ArrayPool<byte>.Shared.Return(small);
    }

    // Moves what is still needed to the beginning of a buffer; the hits that are whole stay behind.
    private void Move(int needed, byte[] target)
    {
        _buffer.AsSpan(needed, _filled - needed).CopyTo(target.AsSpan(1));
        var distance = needed - 1;
        _buffer = target;
        _filled -= distance;
        _read -= distance;
        _restStart -= distance;
        _hitStart = _hitStart < 0 ? -1 : _hitStart - distance;
    }
}
