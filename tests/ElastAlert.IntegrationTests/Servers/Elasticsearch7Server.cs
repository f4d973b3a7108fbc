namespace ElastAlert.IntegrationTests.Servers;

/// <summary>Runs elasticsearch-7 while the tests of its collection run; they are marked <c>[Collection(Elasticsearch7Server.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class Elasticsearch7Server() : SearchServerFixture(Name), ICollectionFixture<Elasticsearch7Server>
{
    /// <summary>Is the name of the collection and of the server.</summary>
    public const string Name = "elasticsearch-7";
}
