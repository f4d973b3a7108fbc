using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>Writes state compactly: small numbers take one byte.</summary>
internal sealed class StateWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new(256);

    /// <summary>Gets the number of bytes written so far.</summary>
    public int Length => _buffer.WrittenCount;

    /// <summary>Gets what was written, valid until more is.</summary>
    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    /// <summary>Returns what was written.</summary>
    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _buffer.ResetWrittenCount();

    /// <summary>Writes a number that is not negative.</summary>
    public void Number(long value)
    {
        var rest = (ulong)value;
        var span = _buffer.GetSpan(10);
        var length = 0;
        while (rest >= 0x80)
        {
            span[length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        span[length++] = (byte)rest;
        _buffer.Advance(length);
    }

    /// <summary>Writes a number that may be negative.</summary>
    public void Signed(long value) => Number((value << 1) ^ (value >> 63));

    /// <summary>Writes a number that may be missing.</summary>
    public void Optional(long? value)
    {
        Number(value is null ? 0 : 1);
        if (value is { } number)
            Signed(number);
    }

    /// <summary>Writes eight bytes as they are.</summary>
    public void Bits(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.GetSpan(8), value);
        _buffer.Advance(8);
    }

    /// <summary>Writes bytes with their length.</summary>
    public void Bytes(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        _buffer.Write(value);
    }

    /// <summary>Writes a text with its length.</summary>
    public void Text(string value)
    {
        Number(Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, _buffer);
    }
}
