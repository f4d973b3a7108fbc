using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Conformance;

[Collection(Elasticsearch9Server.Name)]
public sealed class Elasticsearch9ConformanceTests(Elasticsearch9Server server, ConformanceServers servers)
    : ConformanceTests(server, servers), IClassFixture<ConformanceServers>;
