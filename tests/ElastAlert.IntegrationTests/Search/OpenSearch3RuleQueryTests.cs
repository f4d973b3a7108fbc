using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Search;

[Collection(OpenSearch3Server.Name)]
public sealed class OpenSearch3RuleQueryTests(OpenSearch3Server server) : RuleQueryTests(() => Connect.To(server.Server.Url));
