using System.Text.Json;
using ElastAlert.RuleTypes.Windows;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Change;

/// <summary>Is what was last seen of a key: the values of its fields as JSON text, and when.</summary>
internal sealed class LastValues : IKeyState
{
    /// <summary>Gets the values, a JSON list; empty before the first document.</summary>
    public byte[] Values { get; private set; } = [];

    /// <summary>Gets the moment of the document that had them, in ticks of UTC.</summary>
    public long Seen { get; private set; }

    /// <inheritdoc/>
    public void Write(StateWriter writer)
    {
        writer.Signed(Seen);
        writer.Bytes(Values);
    }

    /// <inheritdoc/>
    public void Read(StateReader reader, RestoredRecords records)
    {
        Seen = reader.Signed();
        Values = reader.Bytes().ToArray();
    }

    /// <summary>Takes the values of a document over.</summary>
    /// <returns>The values before, if there were any and they were others; else <see langword="null"/>.</returns>
    public JsonElement? Replace(ReadOnlySpan<byte> values, long seen)
    {
        Seen = seen;
        if (values.SequenceEqual(Values))
            return null;
        JsonElement? before = Values.Length == 0 ? null : JsonElement.Parse(Values);
        Values = values.ToArray();
        return before is { } old && !FieldEquality.AreEqual(old, JsonElement.Parse(values)) ? old : null;
    }
}
