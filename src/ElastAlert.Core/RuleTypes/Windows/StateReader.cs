using System.Buffers.Binary;
using System.Text;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>Reads what a <see cref="StateWriter"/> wrote.</summary>
/// <param name="content">The bytes.</param>
internal sealed class StateReader(ReadOnlyMemory<byte> content)
{
    private int _position;

    /// <summary>Gets whether everything was read.</summary>
    public bool IsAtEnd => _position == content.Length;

    /// <summary>Reads a number that is not negative.</summary>
    public long Number()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return (long)value;
        }

        throw Damaged();
    }

    /// <summary>Reads a number that may be negative.</summary>
    public long Signed()
    {
        var value = (ulong)Number();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>Reads a number that counts something.</summary>
    public int Count() => Number() is var count and >= 0 and <= int.MaxValue ? (int)count : throw Damaged();

    /// <summary>Reads a number that may be missing.</summary>
    public long? Optional() => Number() == 0 ? null : Signed();

    /// <summary>Reads eight bytes as they are.</summary>
    public long Bits() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    /// <summary>Reads bytes with their length; they are not copied.</summary>
    public ReadOnlyMemory<byte> Bytes()
    {
        var length = Count();
        Take(length);
        return content.Slice(_position - length, length);
    }

    /// <summary>Reads a text.</summary>
    public string Text() => Encoding.UTF8.GetString(Bytes().Span);

    /// <summary>Says that the bytes are not what was written.</summary>
    public static StateFormatException Damaged(Exception? innerException = null) =>
        new("The saved state of a rule type is damaged. Restore it, or remove it so that the rule begins anew.", innerException);

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > content.Length - _position)
            throw Damaged();
        _position += length;
        return content.Span.Slice(_position - length, length);
    }
}
