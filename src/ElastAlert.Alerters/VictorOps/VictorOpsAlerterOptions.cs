using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.VictorOps;

/// <summary>Holds the options of the <c>victorops</c> alerter.</summary>
internal sealed class VictorOpsAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the key.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>Gets the routing key.</summary>
    public string RoutingKey { get; init; } = "";

    /// <summary>Gets the kind of message.</summary>
    public string MessageType { get; init; } = "";

    /// <summary>Gets what joins messages to one incident.</summary>
    public string? EntityId { get; init; }

    /// <summary>Gets the name of the incident, or <see langword="null"/> for the subject.</summary>
    public string? EntityDisplayName { get; init; }

    /// <summary>Gets how Splunk On-Call is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static VictorOpsAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        ApiKey = reader.Text("victorops_api_key", ""),
        RoutingKey = reader.Text("victorops_routing_key", ""),
        MessageType = reader.Text("victorops_message_type", ""),
        EntityId = reader.Text("victorops_entity_id"),
        EntityDisplayName = reader.Text("victorops_entity_display_name"),
        Http = AlerterHttpOptions.Read(reader, "victorops_"),
    };
}
