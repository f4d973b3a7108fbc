using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.EndToEnd;

[Collection(Elasticsearch9Server.Name)]
public sealed class Elasticsearch9RecordedSpanTests(Elasticsearch9Server server) : RecordedSpanTests(server);
