using System.Collections.Concurrent;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Segments;

/// <summary>Holds documents in the order in which they were indexed; a newer version of a document is a new entry.</summary>
internal sealed class Segment
{
    private const int ChunkSize = 1 << 20;
    private readonly ConcurrentDictionary<string, Column> _columns = new(StringComparer.Ordinal);
    private StoredDocument[] _documents = new StoredDocument[16];
    private byte[] _chunk = [];
    private int _chunkUsed;

    /// <summary>Gets how many entries there are, deleted ones included.</summary>
    public int Count { get; private set; }

    /// <summary>Gets how many entries are deleted or replaced.</summary>
    public int DeletedCount { get; private set; }

    public ref readonly StoredDocument this[int document] => ref _documents[document];

    public ReadOnlyMemory<byte> Source(int document) => _documents[document].Source;

    public long SequenceNumber(int document) => _documents[document].SequenceNumber;

    public int Add(in StoredDocument document)
    {
        if (Count == _documents.Length)
            Array.Resize(ref _documents, Count * 2);
        _documents[Count] = document with { Source = Keep(document.Source.Span), DeletedAt = long.MaxValue };
        return Count++;
    }

    /// <summary>Marks an entry as gone for searches that start from now on.</summary>
    public void Delete(int document, long sequenceNumber)
    {
        _documents[document] = _documents[document] with { DeletedAt = sequenceNumber };
        DeletedCount++;
    }

    /// <summary>Gets the entries that were there when a sequence number was the next one.</summary>
    public DocumentSet Live(long before)
    {
        var set = DocumentSet.All(Count);
        if (DeletedCount == 0 && (Count == 0 || _documents[Count - 1].SequenceNumber < before))
            return set;
        for (var document = 0; document < Count; document++)
        {
            if (_documents[document].SequenceNumber >= before || _documents[document].DeletedAt < before)
                set.Remove(document);
        }

        return set;
    }

    public LongColumn Longs(FieldMapping field, NumericType type) =>
        (LongColumn)Filled(_columns.GetOrAdd(field.Path, static (_, of) => new LongColumn(of.field, of.type), (field, type)));

    public LongColumn SequenceNumbers(FieldMapping field) =>
        (LongColumn)Filled(_columns.GetOrAdd(field.Path, static (_, of) => new SequenceNumberColumn(of, (NumericType)of.Type), field));

    public TermColumn Terms(FieldMapping field) =>
        (TermColumn)Filled(_columns.GetOrAdd(field.Path, static (_, of) => new TermColumn(of), field));

    private Column Filled(Column column)
    {
        column.CatchUp(this);
        return column;
    }

    private ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> source)
    {
        if (source.Length > ChunkSize / 4)
            return source.ToArray();
        if (_chunk.Length - _chunkUsed < source.Length)
            (_chunk, _chunkUsed) = (new byte[Count < 64 ? ChunkSize / 16 : ChunkSize], 0);
        if (_chunk.Length < source.Length)
            return source.ToArray();
        var kept = _chunk.AsMemory(_chunkUsed, source.Length);
        source.CopyTo(kept.Span);
        _chunkUsed += source.Length;
        return kept;
    }
}
