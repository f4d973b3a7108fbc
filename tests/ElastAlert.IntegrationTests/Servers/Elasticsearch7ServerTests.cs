namespace ElastAlert.IntegrationTests.Servers;

[Collection(Elasticsearch7Server.Name)]
public sealed class Elasticsearch7ServerTests(Elasticsearch7Server server) : SearchServerTests(server);
