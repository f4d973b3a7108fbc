using System.Security.Cryptography;
using System.Text;

namespace ElastAlert.Engine.Seen;

/// <summary>Is the secret of a <see cref="SeenLedger"/>: without it nobody can make two documents that pass for one.</summary>
/// <param name="secret">The secret.</param>
internal sealed class SeenKey(ReadOnlyMemory<byte> secret)
{
    private const int SecretSize = 16;
    private const string PartName = SeenPart.Prefix + "key";

    /// <summary>Makes a key.</summary>
    public static SeenKey Create() => new(RandomNumberGenerator.GetBytes(SecretSize));

    /// <summary>Finds the key among saved parts.</summary>
    /// <param name="parts">The parts.</param>
    /// <returns>The key, or <see langword="null"/> where none was saved.</returns>
    public static SeenKey? Read(IEnumerable<StatePart> parts) =>
        parts.FirstOrDefault(IsKey) is { Content.Length: SecretSize } part ? new SeenKey(part.Content) : null;

    /// <summary>Returns whether a part holds a key.</summary>
    /// <param name="part">The part.</param>
    public static bool IsKey(StatePart part) => part.Name == PartName;

    /// <summary>Writes the key.</summary>
    public StatePart Write() => new(PartName, secret);

    /// <summary>Makes the entry of a document.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="id">Its id.</param>
    /// <param name="moment">Its moment.</param>
    /// <param name="sequenceNumber">The sequence number of its version, or -1.</param>
    public SeenEntry EntryOf(string index, string id, DateTimeOffset moment = default, long sequenceNumber = -1)
    {
        Span<byte> text = stackalloc byte[512];
        var size = SecretSize + Encoding.UTF8.GetByteCount(index) + 1 + Encoding.UTF8.GetByteCount(id);
        if (size > text.Length)
            text = new byte[size];
        secret.Span.CopyTo(text);
        var length = SecretSize + Encoding.UTF8.GetBytes(index, text[SecretSize..]);
        text[length++] = 0;
        length += Encoding.UTF8.GetBytes(id, text[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return SeenEntry.Create(hash, moment, sequenceNumber);
    }
}
