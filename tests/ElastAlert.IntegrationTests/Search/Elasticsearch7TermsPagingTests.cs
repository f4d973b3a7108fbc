using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Search;

[Collection(Elasticsearch7Server.Name)]
public sealed class Elasticsearch7TermsPagingTests(Elasticsearch7Server server) : TermsPagingTests(() => Connect.To(server.Server.Url));
