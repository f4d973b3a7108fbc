using System.Text.Json;
using ElastAlert.Embedded.Endpoints;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Searching;

namespace ElastAlert.Embedded;

/// <summary>Is a search server in the process: it holds indices in memory and answers as Elasticsearch 9 does.</summary>
/// <remarks>All members may be called from many threads at once. What is written can be searched at once.</remarks>
public sealed class EmbeddedSearch : IDisposable
{
    private readonly Catalog _catalog;
    private readonly Router _router;

    /// <summary>Creates a server without any index.</summary>
    /// <param name="clock">The clock that <c>now</c> in queries means; the default is the system's.</param>
    public EmbeddedSearch(TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        _catalog = new Catalog(clock);
        _router = new Router(_catalog, AllEndpoints.Create(_catalog, new OpenContexts(clock), clock));
    }

    /// <summary>Gets the names of all indices, in order.</summary>
    public IReadOnlyList<string> IndexNames => _catalog.Read(() => (IReadOnlyList<string>)[.. _catalog.Indices.Select(index => index.Name)]);

    /// <summary>Creates an index; one that documents are loaded into without is created by itself.</summary>
    /// <param name="name">The name.</param>
    /// <param name="mappings">The mappings as JSON, such as <c>{"properties": {"when": {"type": "date"}}}</c>.</param>
    /// <exception cref="SearchException">The index exists, or the mappings are not understood.</exception>
    public void CreateIndex(string name, string? mappings = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        using var definition = mappings is null ? null : JsonDocument.Parse(mappings);
        Write(() => _catalog.Create(name, definition?.RootElement));
    }

    /// <summary>Adds another name for an index.</summary>
    /// <param name="alias">The other name.</param>
    /// <param name="index">The index.</param>
    /// <exception cref="SearchException">There is no such index.</exception>
    public void AddAlias(string alias, string index)
    {
        ArgumentException.ThrowIfNullOrEmpty(alias);
        ArgumentException.ThrowIfNullOrEmpty(index);
        Write(() =>
        {
            _catalog.AddAlias(alias, (_catalog.Find(index) ?? throw IndexExpression.Missing(index)).Name);
            return true;
        });
    }

    /// <summary>Writes a document.</summary>
    /// <param name="index">The index, which is created when it is missing.</param>
    /// <param name="json">The document.</param>
    /// <param name="id">Its id; without one it gets a new one.</param>
    /// <returns>The document's id.</returns>
    /// <exception cref="SearchException">The document does not fit the mapping.</exception>
    public string Index(string index, string json, string? id = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(json);
        return Index(index, System.Text.Encoding.UTF8.GetBytes(json), id);
    }

    /// <summary>Writes a document.</summary>
    /// <param name="index">The index, which is created when it is missing.</param>
    /// <param name="json">The document in UTF-8; it is copied.</param>
    /// <param name="id">Its id; without one it gets a new one.</param>
    /// <returns>The document's id.</returns>
    /// <exception cref="SearchException">The document does not fit the mapping.</exception>
    public string Index(string index, ReadOnlyMemory<byte> json, string? id = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(index);
        return Write(() => _catalog.ForWriting(index).Write(id, json).Id);
    }

    /// <summary>
    /// Loads documents, one a line: <c>{"_index": ..., "_id": ..., "_source": {...}}</c>, or the lines of a bulk request,
    /// or, with a default index, plain documents.
    /// </summary>
    /// <param name="ndjson">The lines in UTF-8.</param>
    /// <param name="defaultIndex">The index of lines that name none.</param>
    /// <returns>How many documents were loaded.</returns>
    /// <exception cref="SearchException">A line cannot be loaded; the message names it. The lines before it are loaded.</exception>
    public int LoadNdjson(Stream ndjson, string? defaultIndex = null)
    {
        ArgumentNullException.ThrowIfNull(ndjson);
        return new DocumentLoader(_catalog, defaultIndex).LoadLines(ndjson);
    }

    /// <summary>Loads documents from a JSON array; its elements are as the lines of <see cref="LoadNdjson"/>.</summary>
    /// <param name="json">The array in UTF-8.</param>
    /// <param name="defaultIndex">The index of elements that name none.</param>
    /// <returns>How many documents were loaded.</returns>
    /// <exception cref="SearchException">An element cannot be loaded; the message names it. Those before it are loaded.</exception>
    public int LoadJsonArray(Stream json, string? defaultIndex = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new DocumentLoader(_catalog, defaultIndex).LoadArray(json);
    }

    /// <summary>Loads a file: an array when it ends in <c>.json</c>, else lines.</summary>
    /// <param name="path">The file.</param>
    /// <param name="defaultIndex">The index of documents that name none.</param>
    /// <returns>How many documents were loaded.</returns>
    /// <exception cref="SearchException">A document cannot be loaded; the message names it.</exception>
    public int LoadFile(string path, string? defaultIndex = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = File.OpenRead(path);
        return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? LoadJsonArray(file, defaultIndex) : LoadNdjson(file, defaultIndex);
    }

    /// <inheritdoc/>
    public void Dispose() => _catalog.Dispose();

    internal SearchResponse Answer(SearchRequest request) => _router.Send(request);

    private T Write<T>(Func<T> work)
    {
        try
        {
            return _catalog.Write(work);
        }
        catch (RequestFailure failure)
        {
            throw LoadFailure.From(failure);
        }
    }
}
