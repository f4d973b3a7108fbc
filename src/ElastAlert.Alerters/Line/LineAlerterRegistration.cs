using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Line;

/// <summary>Registers the <c>line</c> alerter.</summary>
internal static class LineAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<LineAlerterOptions>
    {
        Name = "line",
        Service = "LINE",
        RequiredOptions = ["line_channel_access_token", "line_to"],
        KnownOptions = ["line_proxy", "line_timeout", "line_ca_certs", "line_ignore_ssl_errors"],
        TextProfile = new AlertTextProfile { HasSummary = false },
        Read = LineAlerterOptions.Read,
        Describe = static entry => new AlertInfo("line").With("line_to", entry),
        Create = static (_, options, sender) => new LineAlerter(options, sender),
    }.Build();
}
