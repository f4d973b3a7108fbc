using System.Text.Json.Nodes;

namespace ElastAlert.Alerters.Payloads;

/// <summary>Is who the messages of a chat seem to come from: a name, and a picture or else an emoji.</summary>
/// <param name="Username">The name.</param>
/// <param name="Emoji">The emoji.</param>
/// <param name="IconUrl">The picture, which replaces the emoji; empty for none.</param>
internal sealed record ChatSender(string Username, string Emoji, string IconUrl)
{
    /// <summary>Reads <c>PREFIX_username_override</c>, <c>_emoji_override</c> and <c>_icon_url_override</c>.</summary>
    /// <param name="reader">The options.</param>
    /// <param name="prefix">The prefix with its underscore.</param>
    public static ChatSender Read(AlerterOptionReader reader, string prefix) => new(
        reader.Text(prefix + "username_override", "elastalert"),
        reader.Text(prefix + "emoji_override", ":ghost:"),
        reader.Text(prefix + "icon_url_override", ""));

    /// <summary>Adds the sender to a message.</summary>
    public void AddTo(JsonObject message)
    {
        message["username"] = Username;
        if (IconUrl.Length > 0)
            message["icon_url"] = IconUrl;
        else
            message["icon_emoji"] = Emoji;
    }
}
