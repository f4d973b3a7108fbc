namespace ElastAlert.Benchmarks.Runs;

/// <summary>Counts what is read from a server: requests, documents, and the bytes of answers.</summary>
internal sealed class ReadCounter(ISearchTransport inner) : ISearchTransport
{
    public long Requests { get; private set; }

    public long Documents { get; private set; }

    public long Bytes { get; private set; }

    public async Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var response = await inner.SendAsync(request, cancellationToken);
        await using (response)
        {
            var body = new MemoryStream();
            await response.Body.CopyToAsync(body, cancellationToken);
            Requests++;
            Bytes += body.Length;
            Documents += CountOf("\"_id\":"u8, body.GetBuffer().AsSpan(0, (int)body.Length));
            body.Position = 0;
            return new SearchResponse(response.StatusCode, body) { ContentType = response.ContentType };
        }
    }

    private static int CountOf(ReadOnlySpan<byte> word, ReadOnlySpan<byte> text)
    {
        var count = 0;
        for (var place = text.IndexOf(word); place >= 0; place = text.IndexOf(word))
        {
            count++;
            text = text[(place + word.Length)..];
        }

        return count;
    }
}
