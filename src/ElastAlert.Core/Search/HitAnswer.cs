using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Is an answer with many hits that has arrived whole; its hits are parsed a chunk at a time.</summary>
internal sealed class HitAnswer : IDisposable
{
    private readonly JsonDocument _rest;

    private HitAnswer(JsonDocument rest, IReadOnlyList<HitChunk> chunks)
    {
        _rest = rest;
        Chunks = chunks;
        Count = chunks.Sum(static chunk => chunk.Count);
        Last = Backwards.Select(static hit => hit.Clone()).FirstOrDefault();
    }

    /// <summary>Gets everything but the hits, whose array is empty here; valid until disposal.</summary>
    public JsonElement Root => _rest.RootElement;

    /// <summary>Gets the hits, in pieces; one that is done with may be disposed.</summary>
    public IReadOnlyList<HitChunk> Chunks { get; }

    /// <summary>Gets the number of hits.</summary>
    public int Count { get; }

    /// <summary>Gets the last hit, with memory of its own; undefined where there is none.</summary>
    public JsonElement Last { get; }

    /// <summary>Gets the hits from the first on; each is valid until the next is asked for.</summary>
    public IEnumerable<JsonElement> Hits
    {
        get
        {
            foreach (var chunk in Chunks)
            {
                using var hits = chunk.Parse();
                foreach (var hit in hits.RootElement.EnumerateArray())
                    yield return hit;
            }
        }
    }

    /// <summary>Gets the hits from the last on; each is valid until the next is asked for.</summary>
    public IEnumerable<JsonElement> Backwards
    {
        get
        {
            foreach (var chunk in Chunks.Reverse())
            {
                using var hits = chunk.Parse();
                foreach (var hit in hits.RootElement.EnumerateArray().Reverse())
                    yield return hit;
            }
        }
    }

    /// <summary>Reads and checks an answer, and disposes it.</summary>
    /// <exception cref="SearchException">The server refuses, or what came is not JSON.</exception>
    public static async Task<HitAnswer> ReadAsync(SearchResponse response, CancellationToken cancellationToken)
    {
        await using (response.ConfigureAwait(false))
        {
            if (!response.IsSuccess)
            {
                using var body = await PooledBody.ReadAsync(response.Body, cancellationToken).ConfigureAwait(false);
                throw SearchFailure.Refused(response, body.Bytes);
            }

            using var cutter = new HitCutter();
            try
            {
                while (await response.Body.ReadAsync(cutter.Room(), cancellationToken).ConfigureAwait(false) is > 0 and var count)
                    cutter.Take(count);
                var (rest, chunks) = cutter.Finish();
                return new HitAnswer(rest, chunks);
            }
            catch (JsonException exception)
            {
                throw SearchFailure.NotJson(response, cutter.Beginning, cutter.Length, exception);
            }
        }
    }

    public void Dispose()
    {
        foreach (var chunk in Chunks)
            chunk.Dispose();
        _rest.Dispose();
    }
}
