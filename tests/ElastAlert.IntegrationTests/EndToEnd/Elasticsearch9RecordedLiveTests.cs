using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.EndToEnd;

[Collection(Elasticsearch9Server.Name)]
public sealed class Elasticsearch9RecordedLiveTests(Elasticsearch9Server server) : RecordedLiveTests(server);
