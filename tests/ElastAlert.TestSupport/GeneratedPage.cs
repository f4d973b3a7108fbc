using System.Globalization;
using System.Text.Unicode;

namespace ElastAlert.TestSupport;

/// <summary>Is the body of a page of a <see cref="GeneratedLog"/>, which never exists as a whole.</summary>
/// <param name="next">The number of the first event.</param>
/// <param name="end">The number after the last one.</param>
/// <param name="total">The number of events of all pages.</param>
/// <param name="start">The moment before the first event of the log.</param>
/// <param name="spacing">The time between two events.</param>
internal sealed class GeneratedPage(int next, int end, int total, DateTimeOffset start, TimeSpan spacing) : Stream
{
    private readonly byte[] _buffer = new byte[1024];
    private readonly int _first = next;
    private int _next = next;
    private int _from;
    private int _length = -1;
    private bool _isClosed;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        while (written < buffer.Length && Fill())
        {
            var size = Math.Min(buffer.Length - written, _length - _from);
            _buffer.AsSpan(_from, size).CopyTo(buffer[written..]);
            _from += size;
            written += size;
        }

        return written;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Fill()
    {
        if (_from < _length)
            return true;
        if (_length >= 0 && _next == end && _isClosed)
            return false;
        _from = 0;
        _length = WriteNext();
        return true;
    }

    private int WriteNext()
    {
        if (_length < 0)
            return WriteHead();
        if (_next < end)
            return WriteEvent(_next++);
        _isClosed = true;
        "]}}"u8.CopyTo(_buffer);
        return 3;
    }

    private int WriteHead() => Utf8.TryWrite(
        _buffer,
        CultureInfo.InvariantCulture,
        $$$"""{"took":3,"timed_out":false,"_shards":{"total":1,"successful":1,"skipped":0,"failed":0},"hits":{"total":{"value":{{{total}}},"relation":"eq"},"hits":[""",
        out var length)
        ? length
        : throw TooLong();

    private int WriteEvent(int place)
    {
        var moment = start + (spacing * (place + 1));
        return Utf8.TryWrite(
            _buffer,
            CultureInfo.InvariantCulture,
            $$$"""
            {{{(place == _first ? "" : ",")}}}{"_index":"shop-2026.11.01","_id":"e{{{place:00000000}}}","_seq_no":{{{place}}},"_primary_term":1,"_score":null,
            "_source":{"@timestamp":"{{{moment:yyyy-MM-ddTHH:mm:ss.ffffff}}}Z","message":"{{{(place % 10 == 0 ? "ERROR" : "GET")}}} /cart/{{{place % 997}}} took {{{place % 883}}} ms",
            "level":"info","status":{{{(place % 20 == 0 ? 500 : 200)}}},"bytes":{{{place % 90_001}}},"country":"DE","session":"s{{{place % 2003}}}",
            "host":{"name":"web-{{{place % 100}}}","ip":"10.0.0.{{{place % 255}}}"},"user":{"id":{{{place % 5003}}},"name":"user{{{place % 5003}}}"},
            "tags":["shop","{{{place % 9}}}"]},"sort":[{{{moment.ToUnixTimeMilliseconds()}}},{{{place}}}]}
            """,
            out var length)
            ? length
            : throw TooLong();
    }

    private static InvalidOperationException TooLong() => new("An event is longer than the buffer.");
}
