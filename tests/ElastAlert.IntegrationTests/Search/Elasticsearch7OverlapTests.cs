using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Search;

[Collection(Elasticsearch7Server.Name)]
public sealed class Elasticsearch7OverlapTests(Elasticsearch7Server server) : OverlapTests(() => Connect.To(server.Server.Url));
