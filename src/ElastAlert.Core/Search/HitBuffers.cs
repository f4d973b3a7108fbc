using System.Collections.Concurrent;

namespace ElastAlert.Search;

/// <summary>Lends the memory of chunks of hits, and takes it back for the pages that follow; it goes with the search that it is for.</summary>
internal sealed class HitBuffers
{
    private const int UsualSize = 64 * 1024;

    private readonly ConcurrentBag<byte[]> _free = [];

    /// <summary>Lends memory.</summary>
    /// <param name="size">How much is needed at the least.</param>
    public byte[] Rent(int size = UsualSize)
    {
        if (size > UsualSize)
            return new byte[size];
        return _free.TryTake(out var buffer) ? buffer : new byte[UsualSize];
    }

    /// <summary>Takes memory back.</summary>
    /// <param name="buffer">What was lent.</param>
    public void Return(byte[] buffer)
    {
        if (buffer.Length == UsualSize)
            _free.Add(buffer);
    }
}
