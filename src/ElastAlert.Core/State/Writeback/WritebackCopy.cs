using System.Globalization;
using System.Text.Json;

namespace ElastAlert.State.Writeback;

/// <summary>Copies the documents of one set of writeback indices into another; a document that is there already stays.</summary>
internal sealed class WritebackCopy(ISearchTransport transport, TimeProvider time)
{
    public async Task CopyAsync(WritebackNames from, WritebackNames to, Action<string> report, CancellationToken cancellationToken)
    {
        await CopyAsync(from.Alerts, to.Alerts, report, cancellationToken).ConfigureAwait(false);
        await CopyAsync(from.Status, to.Status, report, cancellationToken).ConfigureAwait(false);
        await CopyAsync(from.Silence, to.Silence, report, cancellationToken).ConfigureAwait(false);
        await CopyAsync(from.Error, to.Error, report, cancellationToken).ConfigureAwait(false);
        await CopyAsync(from.Past, to.Past, report, cancellationToken).ConfigureAwait(false);
    }

    private async Task CopyAsync(string from, string to, Action<string> report, CancellationToken cancellationToken)
    {
        var count = 0;
        var source = new ReferenceDocuments(transport, from, time);
        await source.PagesAsync(
            """{"match_all": {} }""",
            "@timestamp",
            async page =>
            {
                count += page.GetArrayLength();
                await WriteAsync(to, page, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        if (count == 0)
            return;
        await new ReferenceDocuments(transport, to, time).RefreshAsync(cancellationToken).ConfigureAwait(false);
        report(string.Create(CultureInfo.InvariantCulture, $"{count} documents copied from {from} to {to}"));
    }

    private async Task WriteAsync(string index, JsonElement page, CancellationToken cancellationToken)
    {
        var bulk = new BulkRequest(index);
        foreach (var hit in page.EnumerateArray())
            bulk.Create(hit.GetProperty("_id").GetString()!, hit.GetProperty("_source").WriteTo);
        await bulk.SendAndCheckAsync(transport, cancellationToken).ConfigureAwait(false);
    }
}
