using System.Text.Json.Nodes;

namespace ElastAlert.Alerters.MsPowerAutomate;

/// <summary>Says whether and how a link is a button of a card.</summary>
/// <param name="IsAttached">Whether it is.</param>
/// <param name="Title">What the button says.</param>
/// <param name="Style">Its style.</param>
internal sealed record CardLink(bool IsAttached, string Title, string Style)
{
    /// <summary>Reads <c>ms_power_automate_LINK_attach_url</c>, <c>_title</c> and <c>_color</c>.</summary>
    public static CardLink Read(AlerterOptionReader reader, string link, string defaultTitle) => new(
        reader.Flag($"ms_power_automate_{link}_attach_url"),
        reader.Text($"ms_power_automate_{link}_title", defaultTitle),
        reader.Text($"ms_power_automate_{link}_color", "default"));

    /// <summary>Adds the button where it is wanted and there is a link.</summary>
    public void AddTo(JsonArray actions, string? url)
    {
        if (IsAttached && url is not null)
            actions.Add((JsonNode)new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = Title, ["url"] = url, ["style"] = Style });
    }
}
