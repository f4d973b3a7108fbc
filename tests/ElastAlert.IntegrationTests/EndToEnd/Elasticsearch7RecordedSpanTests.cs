using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.EndToEnd;

[Collection(Elasticsearch7Server.Name)]
public sealed class Elasticsearch7RecordedSpanTests(Elasticsearch7Server server) : RecordedSpanTests(server);
