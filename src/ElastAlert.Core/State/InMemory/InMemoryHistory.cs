namespace ElastAlert.State.InMemory;

/// <summary>Keeps the record of what happened in a list, for tests and for hosts that need none; the oldest go when there are too many.</summary>
public sealed class InMemoryHistory : IHistory, ISilenceSource
{
    private readonly Lock _lock = new();
    private readonly int _capacity;
    private readonly OrderedDictionary<(HistoryKind Kind, string Id), HistoryDocument> _documents = [];

    /// <summary>Creates an empty record.</summary>
    /// <param name="capacity">How many documents of all kinds are kept.</param>
    public InMemoryHistory(int capacity = 10_000)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
    }

    /// <summary>Gets the documents that are there now, oldest first.</summary>
    public IReadOnlyList<HistoryDocument> Documents
    {
        get
        {
            lock (_lock)
                return [.. _documents.Values];
        }
    }

    /// <inheritdoc/>
    public Task WriteAsync(IReadOnlyList<HistoryDocument> documents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            foreach (var document in documents)
                Add(document);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Silence>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        var found = Documents
            .Where(document => document.Kind == HistoryKind.Silence)
            .Select(document => SilenceDocument.Read(document.Content))
            .OfType<Silence>()
            .Where(silence => wanted.Contains(silence.Key));
        return Task.FromResult<IReadOnlyList<Silence>>([.. SilenceDocument.NewestOfEachKey(found)]);
    }

    private void Add(HistoryDocument document)
    {
        if (!_documents.TryAdd((document.Kind, document.Id), document with { Content = document.Content.ToArray() }))
            return;
        if (_documents.Count > _capacity)
            _documents.RemoveAt(0);
    }
}
