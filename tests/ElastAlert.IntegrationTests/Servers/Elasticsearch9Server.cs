namespace ElastAlert.IntegrationTests.Servers;

/// <summary>Runs elasticsearch-9 while the tests of its collection run; they are marked <c>[Collection(Elasticsearch9Server.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class Elasticsearch9Server() : SearchServerFixture(Name), ICollectionFixture<Elasticsearch9Server>
{
    /// <summary>Is the name of the collection and of the server.</summary>
    public const string Name = "elasticsearch-9";
}
