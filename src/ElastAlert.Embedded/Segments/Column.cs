using System.Text.Json;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Segments;

/// <summary>Holds the values of one field for all documents of a segment; it is filled when the field is first asked for.</summary>
internal abstract class Column(FieldMapping field) : IScalarReceiver
{
    private readonly Lock _filling = new();

    public FieldMapping Field { get; } = field;

    /// <summary>Gets how many documents are filled in.</summary>
    public abstract int Count { get; }

    /// <summary>Gets the documents that have a value.</summary>
    public abstract DocumentSet Existing();

    /// <summary>Takes one value of the document that is being filled.</summary>
    public abstract void Accept(ref Utf8JsonReader value);

    /// <summary>Fills in the documents that were added since the last time.</summary>
    public void CatchUp(Segment segment)
    {
        lock (_filling)
        {
            for (var document = Count; document < segment.Count; document++)
            {
                if (segment.SequenceNumber(document) >= Field.AddedAt)
                    Fill(segment, document);
                EndDocument();
            }
        }
    }

    /// <summary>Adds the values of one document.</summary>
    protected virtual void Fill(Segment segment, int document) =>
        FieldReader.Read(segment.Source(document).Span, Field.SourcePathUtf8, this);

    protected abstract void EndDocument();
}
