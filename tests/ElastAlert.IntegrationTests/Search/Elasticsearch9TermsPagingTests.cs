using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Search;

[Collection(Elasticsearch9Server.Name)]
public sealed class Elasticsearch9TermsPagingTests(Elasticsearch9Server server) : TermsPagingTests(() => Connect.To(server.Server.Url));
