using System.Runtime.CompilerServices;
using System.Text.Json;
using ElastAlert.Search;

namespace ElastAlert.State.Writeback;

/// <summary>Reads documents by their ids, so that the latest write is seen, and finds documents after a refresh.</summary>
/// <param name="transport">The cluster.</param>
/// <param name="index">The index.</param>
internal sealed class StateDocuments(ISearchTransport transport, string index)
{
    public const int PageSize = 200;

    private const int NotFound = 404;

    public string Index => index;

    public ISearchTransport Transport => transport;

    /// <summary>Reads a document, and hands it to a reader; returns the default where there is none.</summary>
    public async Task<T?> GetAsync<T>(string id, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await transport.AskAsync(new SearchRequest("GET", SearchPath.Of(index, "_doc/" + id)), cancellationToken).ConfigureAwait(false);
            return read(answer.Root);
        }
        catch (SearchException exception) when (exception.StatusCode == NotFound)
        {
            return default;
        }
    }

    /// <summary>Reads documents, and hands those that are there to a reader.</summary>
    public async Task GetManyAsync(IReadOnlyCollection<string> ids, string sourceFields, Action<JsonElement> read, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return;
        var fields = sourceFields.Length == 0 ? "" : "?_source_includes=" + sourceFields;
        var request = new SearchRequest("POST", SearchPath.Of(index, "_mget" + fields)) { Body = JsonBody.Write(ids, WriteIds) };
        using var answer = await transport.AskAsync(request, cancellationToken).ConfigureAwait(false);
        foreach (var document in answer.Root.GetProperty("docs").EnumerateArray())
        {
            if (document.TryGetProperty("found", out var found) && found.GetBoolean())
                read(document);
            else if (document.TryGetProperty("error", out var error))
                throw new SearchException($"The index '{index}' could not be read: {ServerReason.Of(error)}") { IsTransient = true };
        }
    }

    /// <summary>Makes every write so far visible to searches.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        using var answer = await transport.AskAsync(new SearchRequest("POST", SearchPath.Of(index, "_refresh")), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds documents page by page, in the order of a unique keyword field.</summary>
    public async Task SearchAsync(string query, string orderedBy, bool withSource, Action<JsonElement> read, CancellationToken cancellationToken)
    {
        await foreach (var hits in PagesAsync(query, orderedBy, withSource, static hits => hits, cancellationToken).ConfigureAwait(false))
        {
            foreach (var hit in hits.EnumerateArray())
                read(hit);
        }
    }

    /// <summary>Finds documents in the order of a unique keyword field; a page is read before the next one is asked for.</summary>
    /// <remarks>The hits that a reader gets are gone once the next page is asked for.</remarks>
    public async IAsyncEnumerable<T> PagesAsync<T>(
        string query, string orderedBy, bool withSource, Func<JsonElement, T> readHits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var body = JsonBody.Write((query, orderedBy, withSource, after), WriteSearch);
            using var answer = await transport.AskAsync(new SearchRequest("POST", SearchPath.Of(index, "_search")) { Body = body }, cancellationToken)
                .ConfigureAwait(false);
            RefusePartial(answer.Root);
            var hits = answer.Root.GetProperty("hits").GetProperty("hits");
            yield return readHits(hits);
            after = hits.GetArrayLength() < PageSize ? null : hits[PageSize - 1].GetProperty("sort")[0].GetString();
        }
        while (after is not null);
    }

    // State that is partly read would be taken for all of it.
    private void RefusePartial(JsonElement answer)
    {
        if (answer.GetProperty("timed_out").GetBoolean() || answer.GetProperty("_shards").GetProperty("failed").GetInt32() > 0)
            throw new SearchException($"The index '{index}' could only be read in part.") { IsTransient = true };
    }

    private static void WriteIds(Utf8JsonWriter writer, IReadOnlyCollection<string> ids)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("ids"u8);
        foreach (var id in ids)
            writer.WriteStringValue(id);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSearch(Utf8JsonWriter writer, (string Query, string OrderedBy, bool WithSource, string? After) search)
    {
        writer.WriteStartObject();
        writer.WriteNumber("size"u8, PageSize);
        writer.WriteBoolean("seq_no_primary_term"u8, true);
        writer.WriteBoolean("_source"u8, search.WithSource);
        writer.WritePropertyName("query"u8);
        writer.WriteRawValue(search.Query);
        writer.WriteStartArray("sort"u8);
        writer.WriteStartObject();
        writer.WriteString(search.OrderedBy, "asc"u8);
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (search.After is not null)
        {
            writer.WriteStartArray("search_after"u8);
            writer.WriteStringValue(search.After);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
