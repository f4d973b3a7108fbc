using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Answers the requests of some routes.</summary>
internal abstract class Endpoint
{
    public abstract IReadOnlyList<Route> Routes { get; }

    /// <summary>Gets the parameters that are understood; any other one is an error.</summary>
    public virtual IReadOnlyList<string> Parameters => [];

    /// <summary>Gets whether the endpoint changes indices, so that nothing else may happen meanwhile.</summary>
    public virtual bool Writes => false;

    /// <summary>Writes the answer.</summary>
    /// <returns>The HTTP status.</returns>
    public abstract int Answer(EmbeddedRequest request, ResponseWriter writer);
}
