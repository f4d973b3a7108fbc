using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Conformance;

[Collection(OpenSearch3Server.Name)]
public sealed class OpenSearch3ConformanceTests(OpenSearch3Server server, ConformanceServers servers)
    : ConformanceTests(server, servers), IClassFixture<ConformanceServers>;
