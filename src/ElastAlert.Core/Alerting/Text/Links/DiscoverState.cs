using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Alerting.Text.Python;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Links;

/// <summary>Makes the parts of a page's state that both products have.</summary>
internal static class DiscoverState
{
    /// <summary>Returns the span around a match, with no filters of the whole product.</summary>
    public static JsonObject Global(RuleMatch match, DiscoverSettings settings) => new()
    {
        ["filters"] = new JsonArray(),
        ["refreshInterval"] = new JsonObject { ["pause"] = true, ["value"] = 0 },
        ["time"] = new JsonObject
        {
            ["from"] = IsoTime.Format(match.Timestamp - settings.Before),
            ["to"] = IsoTime.Format(match.Timestamp + settings.After),
        },
    };

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(static text => (JsonNode?)text)]);

    /// <summary>Returns a state as it stands in an address.</summary>
    public static string Encode(JsonNode state) => UrlText.Quote(Rison.Encode(JsonElement.Parse(state.ToJsonString())), inQuery: false);
}
