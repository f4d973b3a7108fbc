using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Conformance;

[Collection(Elasticsearch7Server.Name)]
public sealed class Elasticsearch7ConformanceTests(Elasticsearch7Server server, ConformanceServers servers)
    : ConformanceTests(server, servers), IClassFixture<ConformanceServers>;
