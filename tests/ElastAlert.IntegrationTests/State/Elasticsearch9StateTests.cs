using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.State;

[Collection(Elasticsearch9Server.Name)]
public sealed class Elasticsearch9StateTests(Elasticsearch9Server server) : WritebackStateTests
{
    protected override ISearchTransport Transport => server.Server.Transport;
}
