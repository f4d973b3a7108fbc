using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Sockets;
using ElastAlert.Values;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Alerters.Gelf;

/// <summary>Registers the <c>gelf</c> alerter.</summary>
internal static class GelfAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<GelfAlerterOptions>
    {
        Name = "gelf",
        Service = "The GELF input",
        RequiredOptions = ["gelf_type"],
        KnownOptions = ["gelf_proxy", "gelf_proxy_login", "gelf_proxy_pass"],
        Read = GelfAlerterOptions.Read,
        Describe = static entry => new AlertInfo("gelf").With("gelf_type", JsonValue.Of(entry.Options.Text("gelf_type"))),
        Create = Create,
    }.Build();

    private static IAlerter Create(AlerterContext context, GelfAlerterOptions options, AlertHttpSender http)
    {
        var messages = new GelfMessages(options, context.Services.GetService<IMachineName>() ?? new DnsMachineName());
        return options.Type switch
        {
            "tcp" => new GelfTcpAlerter(options, messages, SocketSender.Of(context)),
            "udp" => new GelfUdpAlerter(options, messages, SocketSender.Of(context)),
            _ => new GelfHttpAlerter(options, messages, http),
        };
    }
}
