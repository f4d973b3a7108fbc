using System.Text.Json;
using ElastAlert.Search;

namespace ElastAlert.State.Writeback;

/// <summary>Finds silences in the index <c>W_silence</c>, usually with one search for all keys of a run.</summary>
internal sealed class WritebackSilences(ISearchTransport transport, string writebackIndex) : ISilenceSource
{
    private const int MostKeys = 5_000;
    private const int PageSize = 1_000;

    private readonly string _index = new WritebackNames(writebackIndex).Silence;
    private string? _field;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Silence>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0)
            return [];
        _field ??= await TextFields.FindAsync(transport, _index, "rule_name", cancellationToken).ConfigureAwait(false);
        if (_field is null)
            return [];
        var found = new Dictionary<string, Silence>(StringComparer.Ordinal);
        foreach (var some in keys.Chunk(MostKeys))
            await FindAsync(some, found, cancellationToken).ConfigureAwait(false);
        return [.. found.Values];
    }

    // The latest come first. Silences of one key pile up over the years: when they fill a page, the next search leaves that key out.
    private async Task FindAsync(string[] keys, Dictionary<string, Silence> found, CancellationToken cancellationToken)
    {
        for (var count = PageSize; count == PageSize && keys.Length > 0; keys = [.. keys.Where(key => !found.ContainsKey(key))])
        {
            var request = new SearchRequest("POST", SearchPath.Of(_index, "_search?ignore_unavailable=true"))
            {
                Body = JsonBody.Write((Field: _field!, Keys: keys), WriteSearch),
            };
            using var answer = await transport.AskAsync(request, cancellationToken).ConfigureAwait(false);
            var hits = answer.Root.GetProperty("hits").GetProperty("hits");
            count = hits.GetArrayLength();
            var before = found.Count;
            foreach (var silence in hits.EnumerateArray().Select(hit => SilenceDocument.Read(hit.GetProperty("_source"))).OfType<Silence>())
                found.TryAdd(silence.Key, silence);
            if (found.Count == before)
                return;
        }
    }

    private static void WriteSearch(Utf8JsonWriter writer, (string Field, string[] Keys) search)
    {
        writer.WriteStartObject();
        writer.WriteNumber("size"u8, PageSize);
        writer.WritePropertyName("_source"u8);
        writer.WriteRawValue("""["rule_name", "until", "exponent"]"""u8);
        writer.WritePropertyName("query"u8);
        WriteTerms(writer, search.Field, search.Keys);
        writer.WritePropertyName("sort"u8);
        writer.WriteRawValue("""[{"until": {"order": "desc", "unmapped_type": "date"}}]"""u8);
        writer.WriteEndObject();
    }

    private static void WriteTerms(Utf8JsonWriter writer, string field, string[] keys)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("terms"u8);
        writer.WriteStartArray(field);
        foreach (var key in keys)
            writer.WriteStringValue(key);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
