using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Search;

[Collection(Elasticsearch9Server.Name)]
public sealed class Elasticsearch9OverlapTests(Elasticsearch9Server server) : OverlapTests(() => Connect.To(server.Server.Url));
