using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.MatrixHookshot;

/// <summary>Registers the <c>matrixhookshot</c> alerter.</summary>
internal static class MatrixHookshotAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<MatrixHookshotAlerterOptions>
    {
        Name = "matrixhookshot",
        Service = "Matrix Hookshot",
        RequiredOptions = ["matrixhookshot_webhook_url"],
        TextProfile = new AlertTextProfile { TableWidth = 75, SummaryFrame = new AlertTextFrame("```\n", "```\n") },
        Read = MatrixHookshotAlerterOptions.Read,
        Describe = static _ => new AlertInfo("matrixhookshot"),
        Create = static (_, options, sender) => new MatrixHookshotAlerter(options, sender),
    }.Build();
}
