using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Says which server this is.</summary>
internal sealed class RootEndpoint : Endpoint
{
    /// <summary>Is the version whose answers are given.</summary>
    public const string Version = "9.0.0";

    public override IReadOnlyList<Route> Routes { get; } = [new("GET|HEAD", "/")];

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        writer.BeginObject();
        writer.Text("name", "embedded");
        writer.Text("cluster_name", "embedded");
        writer.Text("cluster_uuid", "embedded");
        writer.BeginObject("version");
        writer.Text("number", Version);
        writer.Text("build_flavor", "embedded");
        writer.EndObject();
        writer.Text("tagline", "You Know, for Search");
        writer.EndObject();
        return 200;
    }
}
