using ElastAlert.Alerters.Email.Mime;

namespace ElastAlert.Alerters.Email.Smtp;

/// <summary>Is what a mail server is given: who sends, who receives, and the message.</summary>
/// <param name="From">The sender.</param>
/// <param name="Recipients">Everybody who receives it, hidden ones included.</param>
/// <param name="Message">The message.</param>
internal sealed record MailEnvelope(MailAddressText From, IReadOnlyList<MailAddressText> Recipients, byte[] Message);
