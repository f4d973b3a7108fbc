using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Chatwork;

/// <summary>Registers the <c>chatwork</c> alerter.</summary>
internal static class ChatworkAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<ChatworkAlerterOptions>
    {
        Name = "chatwork",
        Service = "Chatwork",
        RequiredOptions = ["chatwork_apikey", "chatwork_room_id"],
        KnownOptions = ["chatwork_timeout", "chatwork_ca_certs", "chatwork_ignore_ssl_errors"],
        TextProfile = new AlertTextProfile { HasSummary = false },
        Read = ChatworkAlerterOptions.Read,
        Describe = static entry => new AlertInfo("chatwork").With("chatwork_room_id", entry),
        Create = static (_, options, sender) => new ChatworkAlerter(options, sender),
    }.Build();
}
