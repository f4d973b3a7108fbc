using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.PagerTree;

/// <summary>Holds the options of the <c>pagertree</c> alerter.</summary>
internal sealed class PagerTreeAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the address of the integration.</summary>
    public string PagertreeIntegrationUrl { get; init; } = "";

    /// <summary>Gets how PagerTree is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static PagerTreeAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        PagertreeIntegrationUrl = reader.Url("pagertree_integration_url"),
        Http = AlerterHttpOptions.Read(reader, "pagertree_"),
    };
}
