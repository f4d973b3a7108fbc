using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ElastAlert.Search;

namespace ElastAlert.State.Writeback;

/// <summary>Gathers writes to one index and sends them, split so that no request is larger than servers take.</summary>
/// <param name="index">The index.</param>
internal sealed class BulkRequest(string index)
{
    // Servers take 100 MB by default, and managed ones 10 MB.
    private const int LargestBody = 8 * 1024 * 1024;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<ArrayBufferWriter<byte>> _bodies = [];

    public bool IsEmpty => _bodies.Count == 0;

    /// <summary>Writes a document, whether it is there or not.</summary>
    public void Index(string id, Action<Utf8JsonWriter> document) => Add("index", id, version: null, document);

    /// <summary>Writes a document unless it is there.</summary>
    public void Create(string id, Action<Utf8JsonWriter> document) => Add("create", id, version: null, document);

    /// <summary>Replaces some fields of a document if it is still the given version.</summary>
    public void Update(string id, DocumentVersion version, Action<Utf8JsonWriter> fields) => Add("update", id, version, fields);

    /// <summary>Removes a document, if given only that version.</summary>
    public void Delete(string id, DocumentVersion? version = null) => Add("delete", id, version, document: null);

    /// <summary>Sends what was gathered, and returns what became of each operation that did not simply succeed.</summary>
    /// <exception cref="SearchException">No answer, or the whole request was refused.</exception>
    public async Task<IReadOnlyList<BulkItem>> SendAsync(ISearchTransport transport, CancellationToken cancellationToken)
    {
        var items = new List<BulkItem>();
        foreach (var body in _bodies)
        {
            var request = new SearchRequest("POST", SearchPath.Of(index, "_bulk?filter_path=errors,items.*._id,items.*.status,items.*.error"))
            {
                Body = body.WrittenMemory,
                ContentType = "application/x-ndjson",
            };
            using var answer = await transport.AskAsync(request, cancellationToken).ConfigureAwait(false);
            items.AddRange(Remarkable(answer.Root));
        }

        return items;
    }

    /// <summary>Sends what was gathered; an operation that failed for another reason than that the document is missing or changed throws.</summary>
    /// <exception cref="SearchException">Something could not be written.</exception>
    public async Task<IReadOnlyList<BulkItem>> SendAndCheckAsync(ISearchTransport transport, CancellationToken cancellationToken)
    {
        var items = await SendAsync(transport, cancellationToken).ConfigureAwait(false);
        foreach (var item in items)
        {
            if (item.IsFailure)
                throw Refused(item);
        }

        return items;
    }

    public SearchException Refused(BulkItem item) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The index '{index}' did not take the document '{item.Id}': HTTP {item.Status}: {item.Reason}"))
        {
            StatusCode = item.Status,
            IsTransient = item.IsTransient,
        };

    private static IEnumerable<BulkItem> Remarkable(JsonElement answer)
    {
        if (!answer.TryGetProperty("items", out var items))
            yield break;
        foreach (var item in items.EnumerateArray())
        {
            var result = item.EnumerateObject().First().Value;
            var status = result.GetProperty("status").GetInt32();
            var reason = result.TryGetProperty("error", out var error) ? ServerReason.Of(error) ?? "no reason given" : null;
            if (status >= 300)
                yield return new BulkItem(result.GetProperty("_id").GetString()!, status, reason);
        }
    }

    private void Add(string action, string id, DocumentVersion? version, Action<Utf8JsonWriter>? document)
    {
        var body = OpenBody();
        using var writer = new Utf8JsonWriter(body, Relaxed);
        WriteAction(writer, action, id, version);
        EndLine(writer, body);
        if (document is null)
            return;
        if (action == "update")
            WriteFields(writer, document);
        else
            document(writer);
        EndLine(writer, body);
    }

    private ArrayBufferWriter<byte> OpenBody()
    {
        if (_bodies is [.., { WrittenCount: < LargestBody / 2 } body])
            return body;
        body = new ArrayBufferWriter<byte>(4096);
        _bodies.Add(body);
        return body;
    }

    private static void WriteAction(Utf8JsonWriter writer, string action, string id, DocumentVersion? version)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(action);
        writer.WriteString("_id"u8, id);
        if (version is { } only)
        {
            writer.WriteNumber("if_seq_no"u8, only.SequenceNumber);
            writer.WriteNumber("if_primary_term"u8, only.PrimaryTerm);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, Action<Utf8JsonWriter> fields)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("doc"u8);
        fields(writer);
        writer.WriteEndObject();
    }

    private static void EndLine(Utf8JsonWriter writer, ArrayBufferWriter<byte> body)
    {
        writer.Flush();
        writer.Reset();
        body.Write("\n"u8);
    }
}
