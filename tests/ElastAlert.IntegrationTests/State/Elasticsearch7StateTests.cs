using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.State;

[Collection(Elasticsearch7Server.Name)]
public sealed class Elasticsearch7StateTests(Elasticsearch7Server server) : WritebackStateTests
{
    protected override ISearchTransport Transport => server.Server.Transport;
}
