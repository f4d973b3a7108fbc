using System.Text.Json.Nodes;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Iris;

/// <summary>Finds the indicators of compromise of a match.</summary>
internal static class IrisIocs
{
    /// <summary>Returns the indicators whose field the match has.</summary>
    public static IEnumerable<JsonObject> Find(IReadOnlyList<OptionMap> iocs, Document match)
    {
        foreach (var ioc in iocs)
        {
            var value = match.Find(ioc.Text("ioc_value") ?? "");
            if (value.IsMissing)
                continue;
            var found = new JsonObject();
            found.Overlay(ioc);
            found["ioc_value"] = JsonNodes.Of(value);
            yield return found;
        }
    }
}
