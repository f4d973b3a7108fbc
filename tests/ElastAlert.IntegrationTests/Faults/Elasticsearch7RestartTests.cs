using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Faults;

[Collection(Elasticsearch7Server.Name)]
public sealed class Elasticsearch7RestartTests(Elasticsearch7Server server) : ServerRestartTests(server);
