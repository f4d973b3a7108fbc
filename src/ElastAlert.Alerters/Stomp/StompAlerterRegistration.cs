using ElastAlert.Alerters.Sockets;

namespace ElastAlert.Alerters.Stomp;

/// <summary>Registers the <c>stomp</c> alerter.</summary>
internal static class StompAlerterRegistration
{
    public static AlerterRegistration Create() => new()
    {
        Name = "stomp",
        RequiredOptions = ["stomp_hostname", "stomp_hostport", "stomp_login", "stomp_password"],
        KnownOptions = ["stomp_ca_certs", "stomp_ignore_ssl_errors", "stomp_timeout"],
        Validate = OptionProblems.Of(StompAlerterOptions.Read),
        Describe = static _ => new AlertInfo("stomp").Members,
        Create = static context => new StompAlerter(
            StompAlerterOptions.Read(context.Reader()),
            new StompMessages(context.Texts, context.Clock()),
            SocketSender.Of(context)),
    };
}
