using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Indexing;

/// <summary>Is an index as it was at one moment.</summary>
internal sealed class IndexView
{
    private readonly long _before;
    private DocumentSet? _live;

    public IndexView(SearchIndex index)
    {
        Name = index.Name;
        Mapping = index.Mapping;
        Segment = index.Segment;
        _before = index.NextSequenceNumber;
    }

    public string Name { get; }

    public IndexMapping Mapping { get; }

    public Segment Segment { get; }

    /// <summary>Gets the documents that were there; the set must not be changed.</summary>
    public DocumentSet Live() => _live is { } live && live.Length == Segment.Count ? live : _live = Segment.Live(_before);

    public DocumentSet None() => new(Segment.Count);

    public FieldMapping? Find(string path) => path == SequenceNumbers.FieldName ? SequenceNumbers.Field : Mapping.Find(path);

    public LongColumn Longs(FieldMapping field) =>
        ReferenceEquals(field, SequenceNumbers.Field)
            ? Segment.SequenceNumbers(field)
            : Segment.Longs(field, (NumericType)field.Type);

    public TermColumn Terms(FieldMapping field) => Segment.Terms(field);
}
