using System.Globalization;
using System.Text;
using System.Text.Json;
using ElastAlert.Search;

namespace ElastAlert.State.Writeback;

/// <summary>Reads ElastAlert's own documents: the newest one, or all of them by scrolling.</summary>
/// <param name="transport">The cluster.</param>
/// <param name="index">The index; where it is missing, nothing is found.</param>
/// <param name="time">The clock.</param>
internal sealed class ReferenceDocuments(ISearchTransport transport, string index, TimeProvider time)
{
    private const int PageSize = 500;
    private const string KeepAlive = "5m";

    /// <summary>Returns the name of the field by which whole texts are compared, or <see langword="null"/> where there are no documents.</summary>
    public Task<string?> FieldAsync(string name, CancellationToken cancellationToken) => TextFields.FindAsync(transport, index, name, cancellationToken);

    /// <summary>Makes every write so far visible.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var path = SearchPath.Of(index, "_refresh?ignore_unavailable=true");
        using var answer = await transport.AskAsync(new SearchRequest("POST", path), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns what a reader makes of the newest documents, the newest first.</summary>
    public async Task<IReadOnlyList<T>> NewestAsync<T>(string query, string momentField, int most, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var request = new SearchRequest("POST", SearchPath.Of(index, "_search?ignore_unavailable=true")) { Body = Body(query, momentField, "desc", most) };
        using var answer = await transport.AskAsync(request, cancellationToken).ConfigureAwait(false);
        return [.. Hits(answer).EnumerateArray().Select(read)];
    }

    /// <summary>Hands all documents to a reader, oldest first.</summary>
    public Task AllAsync(string query, string momentField, Action<JsonElement> read, CancellationToken cancellationToken) =>
        PagesAsync(
            query,
            momentField,
            page =>
            {
                foreach (var hit in page.EnumerateArray())
                    read(hit);
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>Hands all documents to a reader, oldest first, as arrays of hits.</summary>
    public async Task PagesAsync(string query, string momentField, Func<JsonElement, Task> read, CancellationToken cancellationToken)
    {
        var request = new SearchRequest("POST", SearchPath.Of(index, $"_search?ignore_unavailable=true&scroll={KeepAlive}"))
        {
            Body = Body(query, momentField, "asc", PageSize),
        };
        string? scroll = null;
        try
        {
            int count;
            do
            {
                using var answer = await transport.AskAsync(request, cancellationToken).ConfigureAwait(false);
                scroll = answer.Root.TryGetProperty("_scroll_id", out var id) ? id.GetString() : scroll;
                var hits = Hits(answer);
                count = hits.GetArrayLength();
                await read(hits).ConfigureAwait(false);
                request = Next(scroll ?? "");
            }
            while (count == PageSize);
        }
        finally
        {
            if (scroll is not null)
                await ServerRelease.SendAsync(transport, Release(scroll), time).ConfigureAwait(false);
        }
    }

    private JsonElement Hits(SearchAnswer answer)
    {
        if (answer.Root.GetProperty("_shards").GetProperty("failed").GetInt32() > 0 || answer.Root.GetProperty("timed_out").GetBoolean())
            throw new SearchException($"The index '{index}' could only be read in part.") { IsTransient = true };
        return answer.Root.GetProperty("hits").GetProperty("hits");
    }

    // A request that does not say how long the place is kept is the last one.
    private static SearchRequest Next(string scroll) => new("POST", "/_search/scroll")
    {
        Body = Encoding.UTF8.GetBytes($$"""{"scroll": "{{KeepAlive}}", "scroll_id": "{{scroll}}"}"""),
        IsIdempotent = false,
    };

    private static SearchRequest Release(string scroll) =>
        new("DELETE", "/_search/scroll") { Body = Encoding.UTF8.GetBytes($$"""{"scroll_id": "{{scroll}}"}""") };

    private static ReadOnlyMemory<byte> Body(string query, string momentField, string order, int size) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"size": {{size}}, "seq_no_primary_term": true, "query": {{query}}, "sort": [{"{{momentField}}": {"order": "{{order}}", "unmapped_type": "date"} }]}
        """));
}
