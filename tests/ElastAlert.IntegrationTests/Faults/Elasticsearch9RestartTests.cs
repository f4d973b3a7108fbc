using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Faults;

[Collection(Elasticsearch9Server.Name)]
public sealed class Elasticsearch9RestartTests(Elasticsearch9Server server) : ServerRestartTests(server);
