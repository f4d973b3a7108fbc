using System.Security.Cryptography;

namespace ElastAlert.Alerters.Gelf;

/// <summary>Cuts messages into datagrams: a magic number, the message's id, place and count, then a part of it.</summary>
internal static class GelfChunks
{
    /// <summary>The greatest datagram; a bigger one could be cut on its way, and lost with any of its parts.</summary>
    public const int MostBytes = 1420;

    private const int HeaderLength = 12;
    private const int MostChunks = 128;

    /// <summary>Returns the datagrams of a message; a short one is a datagram by itself.</summary>
    /// <exception cref="AlertDeliveryException">The message is too long.</exception>
    public static IReadOnlyList<byte[]> Of(byte[] message)
    {
        if (message.Length <= MostBytes)
            return [message];
        var parts = message.Chunk(MostBytes - HeaderLength).ToList();
        if (parts.Count > MostChunks)
            throw new AlertDeliveryException($"The alert has {message.Length} bytes, which is too long for GELF over UDP (use tcp or http)", isTransient: false);
        var id = RandomNumberGenerator.GetBytes(8);
        return [.. parts.Select((part, place) => (byte[])[0x1e, 0x0f, .. id, (byte)place, (byte)parts.Count, .. part])];
    }
}
