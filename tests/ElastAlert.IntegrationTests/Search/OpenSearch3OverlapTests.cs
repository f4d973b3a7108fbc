using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Search;

[Collection(OpenSearch3Server.Name)]
public sealed class OpenSearch3OverlapTests(OpenSearch3Server server) : OverlapTests(() => Connect.To(server.Server.Url));
