using System.Collections.Concurrent;
using ElastAlert.Search;

namespace ElastAlert.Hosting;

/// <summary>Keeps one cluster for each connection, so that its dialect is found out once.</summary>
internal sealed class ClusterPool(Func<ConnectionOptions, ISearchTransport> transports)
{
    private readonly ConcurrentDictionary<ConnectionOptions, SearchCluster> _clusters = [];

    public SearchCluster Get(ConnectionOptions connection) =>
        _clusters.GetOrAdd(connection, static (key, create) => new SearchCluster(create(key)), transports);
}
