using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Faults;

[Collection(OpenSearch3Server.Name)]
public sealed class OpenSearch3RestartTests(OpenSearch3Server server) : ServerRestartTests(server);
