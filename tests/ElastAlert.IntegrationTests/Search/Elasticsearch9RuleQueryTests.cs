using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Search;

[Collection(Elasticsearch9Server.Name)]
public sealed class Elasticsearch9RuleQueryTests(Elasticsearch9Server server) : RuleQueryTests(() => Connect.To(server.Server.Url));
