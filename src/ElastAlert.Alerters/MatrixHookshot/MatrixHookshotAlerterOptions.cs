using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.MatrixHookshot;

/// <summary>Holds the options of the <c>matrixhookshot</c> alerter.</summary>
internal sealed class MatrixHookshotAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the webhooks.</summary>
    public IReadOnlyList<string> WebhookUrl { get; init; } = [];

    /// <summary>Gets the name that messages come from.</summary>
    public string Username { get; init; } = "";

    /// <summary>Gets the text that replaces the body.</summary>
    public string Text { get; init; } = "";

    /// <summary>Gets the text in HTML.</summary>
    public string Html { get; init; } = "";

    /// <summary>Gets how Matrix Hookshot is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static MatrixHookshotAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        WebhookUrl = reader.Urls("matrixhookshot_webhook_url"),
        Username = reader.Text("matrixhookshot_username", ""),
        Text = reader.Text("matrixhookshot_text", ""),
        Html = reader.Text("matrixhookshot_html", ""),
        Http = AlerterHttpOptions.Read(reader, "matrixhookshot_", TimeSpan.FromSeconds(10)),
    };
}
