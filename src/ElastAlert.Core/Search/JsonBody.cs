using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Writes the bodies of requests.</summary>
internal static class JsonBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns what a writer writes.</summary>
    public static ReadOnlyMemory<byte> Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer, state);
        return buffer.WrittenMemory;
    }
}
