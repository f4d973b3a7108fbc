namespace ElastAlert.Alerters.Email.Mime;

/// <summary>Is an image that an HTML text shows by <c>cid:KEY</c>.</summary>
/// <param name="ContentId">The key.</param>
/// <param name="Content">The bytes of the image.</param>
internal sealed record MimeImage(string ContentId, byte[] Content)
{
    /// <summary>Gets the type of the image, told from its first bytes.</summary>
    public string ContentType => Content switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [0xff, 0xd8, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'B', (byte)'M', ..] => "image/bmp",
        [(byte)'I', (byte)'I', 0x2a, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2a, ..] => "image/tiff",
        [(byte)'<', ..] => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
