using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.GoogleChat;

/// <summary>Holds the options of the <c>googlechat</c> alerter.</summary>
internal sealed class GoogleChatAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the webhooks.</summary>
    public IReadOnlyList<string> WebhookUrl { get; init; } = [];

    /// <summary>Gets the form of messages: <c>basic</c> or <c>card</c>.</summary>
    /// <value>The default is <c>basic</c>.</value>
    public string Format { get; init; } = "basic";

    /// <summary>Gets the title of a card.</summary>
    public string? HeaderTitle { get; init; }

    /// <summary>Gets the subtitle below the title.</summary>
    public string? HeaderSubtitle { get; init; }

    /// <summary>Gets the image beside the title.</summary>
    public string? HeaderImage { get; init; }

    /// <summary>Gets where the button of a card leads.</summary>
    public string? FooterKibanaLink { get; init; }

    /// <summary>Gets how Google Chat is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static GoogleChatAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        WebhookUrl = reader.Urls("googlechat_webhook_url"),
        Format = reader.Text("googlechat_format", "basic"),
        HeaderTitle = reader.Text("googlechat_header_title"),
        HeaderSubtitle = reader.Text("googlechat_header_subtitle"),
        HeaderImage = reader.Text("googlechat_header_image"),
        FooterKibanaLink = reader.Text("googlechat_footer_kibanalink"),
        Http = AlerterHttpOptions.Read(reader, "googlechat_"),
    };
}
