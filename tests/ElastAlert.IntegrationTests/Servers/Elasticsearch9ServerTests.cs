namespace ElastAlert.IntegrationTests.Servers;

[Collection(Elasticsearch9Server.Name)]
public sealed class Elasticsearch9ServerTests(Elasticsearch9Server server) : SearchServerTests(server);
