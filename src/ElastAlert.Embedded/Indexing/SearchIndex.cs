using System.Globalization;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Indexing;

/// <summary>Is one index: its mapping and its documents.</summary>
/// <remarks>The catalog's lock guards it: writes alone, reads together.</remarks>
internal sealed class SearchIndex
{
    // Replaced entries are dropped when there are more of them than this and more than live ones.
    private const int CompactionThreshold = 10_000;
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly DocumentMapper _mapper;
    private long _generatedIds;

    public SearchIndex(string name, DateTimeOffset createdAt)
    {
        Name = name;
        CreatedAt = createdAt;
        _mapper = new DocumentMapper(Mapping);
    }

    public string Name { get; }

    public DateTimeOffset CreatedAt { get; }

    public IndexMapping Mapping { get; } = new();

    /// <summary>Gets the settings that were given when the index was created, by their full names.</summary>
    public SortedDictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    public Segment Segment { get; private set; } = new();

    /// <summary>Gets the number of the next operation.</summary>
    public long NextSequenceNumber { get; private set; }

    public int Count => _byId.Count;

    public int? Find(string id) => _byId.TryGetValue(id, out var document) ? document : null;

    /// <summary>Writes a document; without an id it gets a new one.</summary>
    public WriteResult Write(string? id, ReadOnlyMemory<byte> source, WriteOptions options = default)
    {
        var isGenerated = id is null;
        id ??= NextId();
        if (id.Length > 512)
            throw RequestFailure.Illegal($"id [{id}] is too long, must be no longer than 512 bytes but was: {id.Length}");
        var existing = isGenerated ? null : Find(id);
        CheckConditions(id, existing, options);
        var ignored = _mapper.Map(source.Span, id, NextSequenceNumber);
        var version = existing is { } replaced ? Segment[replaced].Version + 1 : 1;
        var number = NextSequenceNumber++;
        if (existing is { } old)
            Segment.Delete(old, number);
        _byId[id] = Segment.Add(new StoredDocument(id, source, number, version) { Ignored = ignored });
        CompactWhenWorthIt();
        return new WriteResult(id, existing is null ? "created" : "updated", version, number);
    }

    public WriteResult Delete(string id, WriteOptions options = default)
    {
        var existing = Find(id);
        CheckConditions(id, existing, options);
        var number = NextSequenceNumber++;
        if (existing is not { } document)
            return new WriteResult(id, "not_found", 1, number);
        var version = Segment[document].Version + 1;
        Segment.Delete(document, number);
        _byId.Remove(id);
        CompactWhenWorthIt();
        return new WriteResult(id, "deleted", version, number);
    }

    private void CheckConditions(string id, int? existing, WriteOptions options)
    {
        if (options.OnlyCreate && existing is { } present)
            throw Conflict(id, $"document already exists (current version [{Segment[present].Version}])");
        if (options.IfSequenceNumber is not { } required)
            return;
        var wanted = $"required seqNo [{required}], primary term [{options.IfPrimaryTerm}]";
        if (existing is not { } document)
            throw Conflict(id, $"{wanted}. but no document was found");
        if (Segment.SequenceNumber(document) != required || options.IfPrimaryTerm != WriteResult.PrimaryTerm)
            throw Conflict(id, $"{wanted}. current document has seqNo [{Segment.SequenceNumber(document)}] and primary term [1]");
    }

    private RequestFailure Conflict(string id, string reason) =>
        new(409, "version_conflict_engine_exception", $"[{id}]: version conflict, {reason}") { Index = Name };

    // Numbers instead of chance: the same data loaded twice looks the same.
    private string NextId()
    {
        string id;
        do
        {
            id = "doc-" + (++_generatedIds).ToString("D16", CultureInfo.InvariantCulture);
        }
        while (_byId.ContainsKey(id));
        return id;
    }

    // Searches that are still paging keep the segment they started with.
    private void CompactWhenWorthIt()
    {
        if (Segment.DeletedCount < CompactionThreshold || Segment.DeletedCount < _byId.Count)
            return;
        var compact = new Segment();
        foreach (var document in Segment.Live(NextSequenceNumber).ToArray())
            _byId[Segment[document].Id] = compact.Add(Segment[document]);
        Segment = compact;
    }
}
