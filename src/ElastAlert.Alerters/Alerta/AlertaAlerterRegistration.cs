using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Alerta;

/// <summary>Registers the <c>alerta</c> alerter.</summary>
internal static class AlertaAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<AlertaAlerterOptions>
    {
        Name = "alerta",
        Service = "Alerta",
        RequiredOptions = ["alerta_api_url"],
        KnownOptions = ["alerta_api_timeout", "alerta_api_proxy", "alerta_api_proxy_login", "alerta_api_proxy_pass", "alerta_api_ca_certs"],
        TextProfile = new AlertTextProfile { DefaultSubject = AlertaSubject.Write },
        Read = AlertaAlerterOptions.Read,
        Describe = static entry => new AlertInfo("alerta").WithHost("alerta_url", entry.Options.Text("alerta_api_url") ?? ""),
        Create = static (_, options, sender) => new AlertaAlerter(options, sender),
    }.Build();
}
