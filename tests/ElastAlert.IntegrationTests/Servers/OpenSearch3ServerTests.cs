namespace ElastAlert.IntegrationTests.Servers;

[Collection(OpenSearch3Server.Name)]
public sealed class OpenSearch3ServerTests(OpenSearch3Server server) : SearchServerTests(server);
