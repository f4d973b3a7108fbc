using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ElastAlert.Alerters.Zabbix;

/// <summary>Is what a server says about values.</summary>
/// <param name="IsSuccess">Whether it looked at them.</param>
/// <param name="Failed">How many it has no item for.</param>
/// <param name="Info">What it said.</param>
internal sealed partial record ZabbixAnswer(bool IsSuccess, int Failed, string Info)
{
    /// <summary>Reads an answer.</summary>
    public static ZabbixAnswer Read(JsonElement answer)
    {
        var info = Text(answer, "info");
        var failed = FailedCount().Match(info);
        return new ZabbixAnswer(
            Text(answer, "response") == "success",
            failed.Success ? int.Parse(failed.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0,
            info);
    }

    private static string Text(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString()! : "";

    [GeneratedRegex(@"failed: (\d{1,9})", RegexOptions.CultureInvariant)]
    private static partial Regex FailedCount();
}
