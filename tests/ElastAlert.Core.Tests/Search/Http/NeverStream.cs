namespace ElastAlert.Core.Tests.Search.Http;

/// <summary>Is a body of which nothing ever arrives.</summary>
internal sealed class NeverStream : MemoryStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return 0;
    }
}
