using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.State;

[Collection(OpenSearch3Server.Name)]
public sealed class OpenSearch3StateTests(OpenSearch3Server server) : WritebackStateTests
{
    protected override ISearchTransport Transport => server.Server.Transport;
}
