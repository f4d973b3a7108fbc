using System.Text;
using System.Text.Json;

namespace ElastAlert.Embedded.Segments;

/// <summary>Finds the values of one field in a document, whether its name is written with dots or as objects in objects.</summary>
internal static class FieldReader
{
    public static void Read(ReadOnlySpan<byte> source, ReadOnlySpan<byte> path, IScalarReceiver receiver)
    {
        var reader = new Utf8JsonReader(source);
        reader.Read();
        ReadObject(ref reader, path, receiver);
    }

    private static void ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> path, IScalarReceiver receiver)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var consumed = Consumed(ref reader, path);
            reader.Read();
            if (consumed < 0)
                reader.Skip();
            else
                ReadValue(ref reader, path[consumed..], receiver);
        }
    }

    /// <summary>Gets how much of the path a property name stands for, or -1 when it leads elsewhere.</summary>
    private static int Consumed(ref Utf8JsonReader reader, ReadOnlySpan<byte> path)
    {
        var name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        if (!path.StartsWith(name) || name.IsEmpty)
            return -1;
        if (name.Length == path.Length)
            return name.Length;
        return path[name.Length] == '.' ? name.Length + 1 : -1;
    }

    private static void ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> path, IScalarReceiver receiver)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when !path.IsEmpty:
                ReadObject(ref reader, path, receiver);
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    ReadValue(ref reader, path, receiver);
                break;
            case JsonTokenType.StartObject or JsonTokenType.Null:
                reader.Skip();
                break;
            default:
                if (path.IsEmpty)
                    receiver.Accept(ref reader);
                break;
        }
    }
}
