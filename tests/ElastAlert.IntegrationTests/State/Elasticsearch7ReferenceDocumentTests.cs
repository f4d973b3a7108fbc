using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.State;

[Collection(Elasticsearch7Server.Name)]
public sealed class Elasticsearch7ReferenceDocumentTests(Elasticsearch7Server server) : ReferenceDocumentTests
{
    protected override ISearchTransport Transport => server.Server.Transport;
}
