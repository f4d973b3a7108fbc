using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Searching;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Lists the endpoints.</summary>
internal static class AllEndpoints
{
    public static IReadOnlyList<Endpoint> Create(Catalog catalog, OpenContexts contexts, TimeProvider clock) =>
    [
        new RootEndpoint(),
        new ClusterHealthEndpoint(catalog),
        new SearchEndpoint(catalog, contexts, clock),
        new ScrollEndpoint(contexts),
        new ClearScrollEndpoint(contexts),
        new OpenPointInTimeEndpoint(catalog, contexts),
        new ClosePointInTimeEndpoint(contexts),
        new CountEndpoint(catalog, clock),
        new BulkEndpoint(catalog),
        new MultiGetEndpoint(catalog),
        new IndexDocumentEndpoint(catalog),
        new GetDocumentEndpoint(catalog),
        new DeleteDocumentEndpoint(catalog),
        new UpdateDocumentEndpoint(catalog),
        new DeleteByQueryEndpoint(catalog, clock),
        new RefreshEndpoint(catalog),
        new GetMappingEndpoint(catalog),
        new PutMappingEndpoint(catalog),
        new ChangeAliasesEndpoint(catalog),
        new PutAliasEndpoint(catalog),
        new GetAliasesEndpoint(catalog),
        new IndexExistsEndpoint(catalog),
        new GetIndexEndpoint(catalog),
        new CreateIndexEndpoint(catalog),
        new DeleteIndexEndpoint(catalog),
    ];
}
