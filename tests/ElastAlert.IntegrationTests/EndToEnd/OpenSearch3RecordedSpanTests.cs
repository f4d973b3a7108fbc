using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.EndToEnd;

[Collection(OpenSearch3Server.Name)]
public sealed class OpenSearch3RecordedSpanTests(OpenSearch3Server server) : RecordedSpanTests(server);
