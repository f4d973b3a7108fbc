namespace ElastAlert.IntegrationTests.Servers;

/// <summary>Runs opensearch-3 while the tests of its collection run; they are marked <c>[Collection(OpenSearch3Server.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class OpenSearch3Server() : SearchServerFixture(Name), ICollectionFixture<OpenSearch3Server>
{
    /// <summary>Is the name of the collection and of the server.</summary>
    public const string Name = "opensearch-3";
}
