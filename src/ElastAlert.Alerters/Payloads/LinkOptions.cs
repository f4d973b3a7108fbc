using System.Text.Json.Nodes;

namespace ElastAlert.Alerters.Payloads;

/// <summary>Says whether and how a link is attached to a chat message.</summary>
/// <param name="IsAttached">Whether it is.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Title">Its title.</param>
internal sealed record LinkOptions(bool IsAttached, string Color, string Title)
{
    /// <summary>Gets no link.</summary>
    public static LinkOptions None { get; } = new(false, "", "");

    /// <summary>Reads <c>PREFIX_attach_LINK_url</c>, <c>PREFIX_LINK_color</c> and <c>PREFIX_LINK_title</c>.</summary>
    public static LinkOptions Read(AlerterOptionReader reader, string prefix, string link, string defaultTitle) => new(
        reader.Flag($"{prefix}_attach_{link}_url"),
        reader.Text($"{prefix}_{link}_color", "#ec4b98"),
        reader.Text($"{prefix}_{link}_title", defaultTitle));

    /// <summary>Adds the link to the attachments of a message where it is wanted and there is one.</summary>
    public void AddTo(JsonArray attachments, string? url)
    {
        if (IsAttached && url is not null)
            attachments.Add((JsonNode)new JsonObject { ["color"] = Color, ["title"] = Title, ["title_link"] = url });
    }
}
