using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.State;

[Collection(OpenSearch3Server.Name)]
public sealed class OpenSearch3ReferenceDocumentTests(OpenSearch3Server server) : ReferenceDocumentTests
{
    protected override ISearchTransport Transport => server.Server.Transport;
}
