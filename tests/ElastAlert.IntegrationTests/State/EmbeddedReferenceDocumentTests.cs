using ElastAlert.Embedded;

namespace ElastAlert.IntegrationTests.State;

public sealed class EmbeddedReferenceDocumentTests : ReferenceDocumentTests, IDisposable
{
    private readonly EmbeddedSearch _search = new();

    protected override ISearchTransport Transport => new EmbeddedSearchTransport(_search);

    public void Dispose() => _search.Dispose();
}
