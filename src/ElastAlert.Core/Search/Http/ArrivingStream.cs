namespace ElastAlert.Search.Http;

/// <summary>Reads a body while it arrives; each read has the full time limit, and what breaks becomes a <see cref="SearchException"/>.</summary>
internal sealed class ArrivingStream(Stream inner, HttpExchange exchange) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var registration = exchange.CancelWith(cancellationToken);
        try
        {
            exchange.Extend();
            return await inner.ReadAsync(buffer, exchange.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exchange.Explain(exception) is { } failure)
        {
            throw failure;
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // A connection that is torn down because the caller gave up may surface as a broken read.
            throw new OperationCanceledException(exception.Message, exception, exchange.Token);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            exchange.Dispose();
        }

        base.Dispose(disposing);
    }
}
