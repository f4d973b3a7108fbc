using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Search;

[Collection(OpenSearch3Server.Name)]
public sealed class OpenSearch3TermsPagingTests(OpenSearch3Server server) : TermsPagingTests(() => Connect.To(server.Server.Url));
