using ElastAlert.Embedded;
using ElastAlert.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Runs engines on a search server in the process.</summary>
public static class EmbeddedSearchBuilderExtensions
{
    /// <summary>Sends every request of the engine to an embedded search server, whatever clusters the configuration names.</summary>
    /// <param name="builder">The engine.</param>
    /// <param name="search">The server.</param>
    public static ElastAlertBuilder UseEmbeddedSearch(this ElastAlertBuilder builder, EmbeddedSearch search)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(search);
        var transport = new EmbeddedSearchTransport(search);
        return builder.UseTransport((_, _) => transport);
    }
}
