using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.State;

[Collection(Elasticsearch9Server.Name)]
public sealed class Elasticsearch9ReferenceDocumentTests(Elasticsearch9Server server) : ReferenceDocumentTests
{
    protected override ISearchTransport Transport => server.Server.Transport;
}
