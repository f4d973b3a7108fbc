using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>
/// Is what stands at one moment of a window and may become a match: a document, borrowed from its page or kept as JSON text, or the few
/// members of an observation.
/// </summary>
internal readonly struct WindowEvent : IQueueItem<WindowEvent>
{
    private const long NoContent = 0;
    private const long JsonContent = 1;
    private const long KeyContent = 2;

    private static readonly object KeyMark = new();

    private WindowEvent(DateTimeOffset timestamp, object? content)
    {
        Timestamp = timestamp;
        Content = content;
    }

    /// <inheritdoc/>
    static int IQueueItem<WindowEvent>.BlockSize => 32;

    /// <summary>Gets the moment, with the offset as written.</summary>
    public DateTimeOffset Timestamp { get; }

    /// <summary>Gets what there is of the event besides its moment.</summary>
    public object? Content { get; }

    /// <summary>Gets the offset of the moment.</summary>
    public short OffsetMinutes => (short)Timestamp.TotalOffsetMinutes;

    /// <summary>Gets whether the event is valid only while its page is evaluated.</summary>
    public bool IsBorrowed => Content is Document;

    /// <summary>Makes an event that is valid while the page of the hit is evaluated.</summary>
    public static WindowEvent Borrow(in Hit hit) => new(hit.Timestamp, hit.Fields);

    /// <summary>Makes an event that keeps the document of a hit.</summary>
    public static WindowEvent Keep(in Hit hit) => new(hit.Timestamp, hit.Fields.ToUtf8());

    /// <summary>Makes an event of its moment alone.</summary>
    public static WindowEvent At(DateTimeOffset timestamp) => new(timestamp, null);

    /// <summary>Makes an event of its moment and the key that it is kept under.</summary>
    public static WindowEvent OfKeyAt(DateTimeOffset timestamp) => new(timestamp, KeyMark);

    /// <summary>Makes an event of its parts.</summary>
    public static WindowEvent Of(long time, short offsetMinutes, object? content)
    {
        var offset = TimeSpan.FromMinutes(offsetMinutes);
        return new WindowEvent(new DateTimeOffset(time + offset.Ticks, offset), content);
    }

    /// <summary>Reads an event of a time.</summary>
    public static WindowEvent Read(StateReader reader, long time)
    {
        var offset = (short)reader.Signed();
        return Of(time, offset, reader.Number() switch
        {
            NoContent => null,
            KeyContent => KeyMark,
            _ => reader.Bytes().ToArray(),
        });
    }

    /// <summary>Writes the event without its time.</summary>
    public void Write(StateWriter writer)
    {
        writer.Signed(OffsetMinutes);
        writer.Number(Content is null ? NoContent : Content == KeyMark ? KeyContent : JsonContent);
        if (ToKept().Content is byte[] json)
            writer.Bytes(json);
    }

    /// <inheritdoc/>
    void IQueueItem<WindowEvent>.Write(StateWriter writer, long time) => Write(writer);

    /// <summary>Returns the event with memory of its own.</summary>
    public WindowEvent ToKept() => Content is Document document ? new(Timestamp, document.ToUtf8()) : this;

    /// <summary>Returns the fields of the event, with its timestamp in output form.</summary>
    /// <param name="timestampField">The field that holds the timestamp.</param>
    /// <param name="keys">Writes the key.</param>
    /// <param name="key">The key that the event is kept under.</param>
    public Document ToFields(FieldPath timestampField, EventKeys keys, FieldValue key)
    {
        var fields = Content switch
        {
            Document document => document,
            byte[] json => Document.Parse(json),
            _ => Content == KeyMark ? keys.Members(key) : Document.Empty,
        };
        return Stamp(fields, timestampField, Timestamp);
    }

    /// <summary>Returns fields with a timestamp in output form: in its place, or under the plain name of its field where there is none.</summary>
    public static Document Stamp(Document fields, FieldPath timestampField, DateTimeOffset timestamp)
    {
        var text = JsonValue.Of(IsoTime.Format(timestamp));
        return timestampField.Find(fields).IsMissing ? fields.With(timestampField.Name, text) : fields.WithField(timestampField, text);
    }
}
