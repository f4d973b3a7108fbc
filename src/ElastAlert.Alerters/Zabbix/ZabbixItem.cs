using System.Text.Json.Nodes;

namespace ElastAlert.Alerters.Zabbix;

/// <summary>Is one value: that something happened on a host at a moment.</summary>
/// <param name="Host">The host.</param>
/// <param name="Key">The key of the item.</param>
/// <param name="Clock">The moment, in seconds since 1970.</param>
internal sealed record ZabbixItem(string Host, string Key, long Clock)
{
    public JsonObject ToJson() => new() { ["host"] = Host, ["key"] = Key, ["value"] = "1", ["clock"] = Clock };
}
