using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.EndToEnd;

[Collection(OpenSearch3Server.Name)]
public sealed class OpenSearch3RecordedLiveTests(OpenSearch3Server server) : RecordedLiveTests(server);
