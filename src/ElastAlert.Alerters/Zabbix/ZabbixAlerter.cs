using System.Globalization;
using ElastAlert.Alerters.Sockets;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Alerters.Zabbix;

/// <summary>Gives Zabbix a value for every match.</summary>
internal sealed partial class ZabbixAlerter(ZabbixAlerterOptions options, SocketSender sender, ILogger logger) : IAlerter
{
    private const int MostItems = 250;

    private readonly AlertMemory<int> _progress = new();

    public async Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var items = alert.Matches.Select(match => Item(alert.Rule, match)).ToList();
        var done = _progress.Of(alert.Id);
        var failed = 0;
        foreach (var chunk in items.Chunk(MostItems).Skip(done))
        {
            failed += await SendAsync(chunk, cancellationToken).ConfigureAwait(false);
            _progress.Record(alert.Id, ++done);
        }

        _progress.Forget(alert.Id);
        return failed == 0 ? AlertReceipt.None : NotTaken(alert.Rule, items, failed);
    }

    private async Task<int> SendAsync(ZabbixItem[] items, CancellationToken cancellationToken)
    {
        var answer = await sender.TalkAsync(options.Server, (stream, token) => ZabbixProtocol.SendAsync(stream, items, token), cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? answer.Failed : throw new AlertDeliveryException($"{options.Server} refused the alert: {answer.Info}");
    }

    private ZabbixItem Item(Rule rule, RuleMatch match)
    {
        var host = options.HostFromField ? match.Fields.Find(options.Host).ToText() : options.Host;
        return new ZabbixItem(host, options.Key, ZabbixClock.Of(match, rule.Timestamp.Field));
    }

    // Trying again would not bring the host or its item into being, so the alert counts as delivered, as in the reference.
    private AlertReceipt NotTaken(Rule rule, List<ZabbixItem> items, int failed)
    {
        var hosts = string.Join(", ", items.Select(static item => item.Host).Distinct(StringComparer.Ordinal));
        LogNotTaken(rule.Name, failed, items.Count, hosts, options.Key);
        return new AlertReceipt { Values = new Dictionary<string, string> { ["failed"] = failed.ToString(CultureInfo.InvariantCulture) } };
    }

    [LoggerMessage(EventId = 341, Level = LogLevel.Warning, Message = "Rule {RuleName}: Zabbix did not take {Failed} of {Total} values: a host ({Hosts}) or its item {Key} is missing")]
    private partial void LogNotTaken(string ruleName, int failed, int total, string hosts, string key);
}
