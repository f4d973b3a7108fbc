using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Search;

[Collection(Elasticsearch7Server.Name)]
public sealed class Elasticsearch7RuleQueryTests(Elasticsearch7Server server) : RuleQueryTests(() => Connect.To(server.Server.Url));
