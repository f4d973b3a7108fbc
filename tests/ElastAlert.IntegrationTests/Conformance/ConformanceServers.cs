using System.Text;
using ElastAlert.Embedded;
using ElastAlert.TestSupport;

namespace ElastAlert.IntegrationTests.Conformance;

/// <summary>Holds the embedded server of a test class, and loads the same documents into it and into the real one.</summary>
public sealed class ConformanceServers : IDisposable
{
    private readonly EmbeddedSearch _search = new();
    private bool _isLoaded;

    /// <summary>Creates the embedded server.</summary>
    public ConformanceServers() => Embedded = new EmbeddedSearchTransport(_search);

    /// <summary>Gets the way to the embedded server.</summary>
    public ISearchTransport Embedded { get; }

    /// <summary>Loads the documents, the first time that it is called.</summary>
    public async Task LoadAsync(SearchServer server)
    {
        if (_isLoaded)
            return;
        _isLoaded = true;
        foreach (var transport in (ISearchTransport[])[server.Transport, Embedded])
            await LoadAsync(transport);
    }

    /// <inheritdoc/>
    public void Dispose() => _search.Dispose();

    private static async Task LoadAsync(ISearchTransport transport)
    {
        foreach (var index in (string[])["conf-logs-1", "conf-logs-2", "conf-mapped", "conf-s1", "conf-s2", "conf-s3", "conf-s4", "conf-s5", "conf-s6"])
            await ServerAnswer.AskAsync(transport, new SearchRequest("DELETE", "/" + index));
        await SendAsync(transport, "PUT", "/conf-mapped", $$"""{"mappings":{{ConformanceDocuments.Mapping}}}""");
        var loaded = await ServerAnswer.AskAsync(transport, new SearchRequest("POST", "/_bulk?refresh=true")
        {
            Body = ConformanceDocuments.Bulk(),
            ContentType = "application/x-ndjson",
        });
        loaded.Body!["errors"]!.GetValue<bool>().Should().BeFalse(loaded.Body.ToJsonString());
        await SendAsync(transport, "POST", "/_aliases",
            """{"actions":[{"add":{"index":"conf-logs-1","alias":"conf-alias"}},{"add":{"index":"conf-logs-*","alias":"conf-all"}}]}""");
    }

    private static async Task SendAsync(ISearchTransport transport, string method, string path, string body)
    {
        var answer = await ServerAnswer.AskAsync(transport, new SearchRequest(method, path) { Body = Encoding.UTF8.GetBytes(body) });
        answer.Status.Should().BeLessThan(300, answer.Body?.ToJsonString());
    }
}
