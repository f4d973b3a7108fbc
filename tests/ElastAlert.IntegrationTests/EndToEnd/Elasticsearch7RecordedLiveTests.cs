using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.EndToEnd;

[Collection(Elasticsearch7Server.Name)]
public sealed class Elasticsearch7RecordedLiveTests(Elasticsearch7Server server) : RecordedLiveTests(server);
