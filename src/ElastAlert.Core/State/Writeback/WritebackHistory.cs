using System.Text.Json;

namespace ElastAlert.State.Writeback;

/// <summary>Writes ElastAlert's own documents into the writeback indices.</summary>
/// <remarks>They are created by id and never replaced, which also works where an index is a data stream.</remarks>
internal sealed class WritebackHistory(ISearchTransport transport, string writebackIndex) : IHistory
{
    private readonly WritebackNames _names = new(writebackIndex);

    /// <inheritdoc/>
    public async Task WriteAsync(IReadOnlyList<HistoryDocument> documents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        SearchException? refused = null;
        foreach (var ofKind in documents.GroupBy(document => document.Kind))
            refused = await WriteAsync(_names.Of(ofKind.Key), ofKind, cancellationToken).ConfigureAwait(false) ?? refused;
        if (refused is not null)
            throw refused;
    }

    // One document that the mapping refuses does not keep the others out; it is reported after they are written.
    private async Task<SearchException?> WriteAsync(string index, IEnumerable<HistoryDocument> documents, CancellationToken cancellationToken)
    {
        var bulk = new BulkRequest(index);
        foreach (var document in documents)
            bulk.Create(document.Id, writer => Write(writer, document.Content));
        var items = await bulk.SendAsync(transport, cancellationToken).ConfigureAwait(false);
        var failures = items.Where(item => item.IsFailure).ToList();
        if (failures.Count == 0)
            return null;
        return bulk.Refused(failures.Find(item => item.IsTransient) is { Reason: not null } transient ? transient : failures[0]);
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> content)
    {
        // A line of a bulk request is one document.
        if (content.Span.IndexOfAny((byte)'\n', (byte)'\r') < 0)
        {
            writer.WriteRawValue(content.Span);
            return;
        }

        using var document = JsonDocument.Parse(content);
        document.WriteTo(writer);
    }
}
