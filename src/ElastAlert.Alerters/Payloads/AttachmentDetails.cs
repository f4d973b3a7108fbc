using System.Text.Json.Nodes;

namespace ElastAlert.Alerters.Payloads;

/// <summary>Is what the attachment of a chat message can have besides its text: where it leads, a footer, images, an author.</summary>
internal sealed class AttachmentDetails
{
    private static readonly string[] Members =
        ["title_link", "footer", "footer_icon", "image_url", "thumb_url", "author_name", "author_link", "author_icon"];

    private readonly IReadOnlyList<KeyValuePair<string, string>> _texts;

    private AttachmentDetails(IReadOnlyList<KeyValuePair<string, string>> texts) => _texts = texts;

    /// <summary>Gets no details.</summary>
    public static AttachmentDetails None { get; } = new([]);

    /// <summary>Reads the options, each named like the member that it fills.</summary>
    /// <param name="reader">The options.</param>
    /// <param name="prefix">What stands before the names.</param>
    public static AttachmentDetails Read(AlerterOptionReader reader, string prefix) =>
        new([.. Members.Select(member => KeyValuePair.Create(member, reader.Text(prefix + member, "")))]);

    /// <summary>Adds what is written to an attachment.</summary>
    public void AddTo(JsonObject attachment)
    {
        foreach (var (member, text) in _texts)
            attachment.AddText(member, text);
    }
}
