using System.Net.Security;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Sockets;

/// <summary>Is a service that is spoken with over a socket.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Host">Its host.</param>
/// <param name="Port">Its port.</param>
internal sealed record SocketService(string Name, string Host, int Port)
{
    /// <summary>Gets how long a delivery may take.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how a connection is encrypted from its beginning, or <see langword="null"/> when it is not.</summary>
    public Func<SslClientAuthenticationOptions>? Tls { get; init; }

    /// <summary>Gets the option that names the authorities of its certificate, for advice.</summary>
    public string? CaOption { get; init; }

    /// <summary>Returns the service with connections that are encrypted from their beginning.</summary>
    /// <param name="caOption">The option that names the authorities.</param>
    /// <param name="caCerts">The authorities, or <see langword="null"/> for the system's.</param>
    /// <param name="verifies">Whether certificates are verified.</param>
    public SocketService WithTls(string caOption, string? caCerts, bool verifies = true) => this with
    {
        CaOption = caOption,
        Tls = () =>
        {
            var tls = AlerterConnections.SslOptions(caCerts, verifies);
            tls.TargetHost = Host;
            return tls;
        },
    };

    /// <summary>Returns the name, host and port.</summary>
    public override string ToString() => $"{Name} {Host}:{Port}";
}
