using System.Net;
using System.Net.Sockets;

namespace ElastAlert.Alerters.Gelf;

/// <summary>Asks the system what this machine is called, once.</summary>
internal sealed class DnsMachineName : IMachineName
{
    private string? _name;

    public async Task<string> GetAsync(CancellationToken cancellationToken) => _name ??= await FindAsync(cancellationToken).ConfigureAwait(false);

    private static async Task<string> FindAsync(CancellationToken cancellationToken)
    {
        var name = Dns.GetHostName();
        try
        {
            var entry = await Dns.GetHostEntryAsync(name, cancellationToken).ConfigureAwait(false);
            return entry.Aliases.Prepend(entry.HostName).FirstOrDefault(static full => full.Contains('.', StringComparison.Ordinal)) ?? name;
        }
        catch (SocketException)
        {
            return name;
        }
    }
}
