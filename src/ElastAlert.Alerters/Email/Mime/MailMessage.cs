using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ElastAlert.Alerters.Email.Mime;

/// <summary>Is a mail to be written: headers, one text, and images where the text is HTML.</summary>
internal sealed record MailMessage
{
    /// <summary>Gets the id of the alert; the id of the message follows from it, so that a repeated one can be told.</summary>
    public required string AlertId { get; init; }

    /// <summary>Gets the moment of sending.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Gets the subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets the sender.</summary>
    public required MailAddressText From { get; init; }

    /// <summary>Gets the receivers that everybody sees.</summary>
    public required IReadOnlyList<MailAddressText> To { get; init; }

    /// <summary>Gets the receivers of copies that everybody sees.</summary>
    public IReadOnlyList<MailAddressText> Cc { get; init; } = [];

    /// <summary>Gets where answers go.</summary>
    public IReadOnlyList<MailAddressText> ReplyTo { get; init; } = [];

    /// <summary>Gets the text.</summary>
    public required string Text { get; init; }

    /// <summary>Gets whether the text is HTML.</summary>
    public bool IsHtml { get; init; }

    /// <summary>Gets the images of an HTML text.</summary>
    public IReadOnlyList<MimeImage> Images { get; init; } = [];

    /// <summary>Returns the message as it goes over the wire, in ASCII but for addresses that need UTF-8.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        AppendHeaders(text);
        if (IsHtml)
            AppendParts(text);
        else
            AppendPart(text, "Content-Type: text/plain; charset=\"utf-8\"\r\n", Encoding.UTF8.GetBytes(Text));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void AppendHeaders(StringBuilder text)
    {
        text.Append("MIME-Version: 1.0\r\n");
        text.Append(HeaderText.Unstructured("Subject", Subject));
        text.Append(HeaderText.Addresses("To", To, ", "));
        text.Append(HeaderText.Addresses("From", [From], ", "));
        text.Append(HeaderText.Addresses("Reply-To", ReplyTo.Count > 0 ? ReplyTo : To, ", "));
        if (Cc.Count > 0)
            text.Append(HeaderText.Addresses("CC", Cc, ","));
        text.Append(CultureInfo.InvariantCulture, $"Date: {Date.ToUniversalTime():ddd, dd MMM yyyy HH:mm:ss} +0000\r\n");
        text.Append(CultureInfo.InvariantCulture, $"Message-ID: <{Fingerprint(AlertId)}@elastalert>\r\n");
    }

    private void AppendParts(StringBuilder text)
    {
        var boundary = "=_" + Fingerprint(AlertId + Text);
        text.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n");
        text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n");
        AppendPart(text, "Content-Type: text/html; charset=\"utf-8\"\r\n", Encoding.UTF8.GetBytes(Text));
        foreach (var image in Images)
        {
            text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n");
            AppendPart(text, $"Content-Type: {image.ContentType}\r\nContent-ID: <{HeaderText.OneLine(image.ContentId)}>\r\nContent-Disposition: inline\r\n", image.Content);
        }

        text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
    }

    private static void AppendPart(StringBuilder text, string headers, byte[] content)
    {
        text.Append(headers).Append("Content-Transfer-Encoding: base64\r\n\r\n");
        // Lines of 76, with CRLF on every platform.
        text.Append(Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
    }

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
