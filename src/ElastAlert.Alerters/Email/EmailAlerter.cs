using ElastAlert.Alerters.Email.Mime;
using ElastAlert.Alerters.Email.Smtp;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Configuration;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Alerters.Email;

/// <summary>Mails alerts.</summary>
internal sealed partial class EmailAlerter(EmailAlerterOptions options, IMailTransport transport, TimeProvider clock, ILogger logger) : IAlerter
{
    public async Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var message = Message(alert);
        var recipients = message.To.Concat(message.Cc).Concat(options.Bcc.SelectMany(MailAddressText.ParseAll)).ToList();
        var envelope = new MailEnvelope(message.From, recipients, message.ToBytes());
        var refused = await transport.SendAsync(Smtp(alert.Rule), envelope, cancellationToken).ConfigureAwait(false);
        if (refused.Count == 0)
            return AlertReceipt.None;
        var names = string.Join(", ", refused);
        LogRefused(alert.Rule.Name, names);
        return new AlertReceipt { Values = new Dictionary<string, string> { ["refused"] = names } };
    }

    private MailMessage Message(Alert alert) => new()
    {
        AlertId = alert.Id,
        Date = clock.GetUtcNow(),
        Subject = alert.Subject,
        From = MailAddressText.Parse(options.FromAddr),
        To = [.. options.Recipients.For(alert.Matches[0].Fields).SelectMany(MailAddressText.ParseAll)],
        Cc = [.. options.Cc.SelectMany(MailAddressText.ParseAll)],
        ReplyTo = options.EmailReplyTo is { Length: > 0 } reply ? [.. MailAddressText.ParseAll(reply)] : [],
        Text = alert.JiraTicket() is { } ticket ? $"{alert.Body}\nJira ticket: {ticket}" : alert.Body,
        IsHtml = options.IsHtml,
        Images = options.IsHtml ? [.. options.Images.Select(image => Image(alert.Rule, image)).OfType<MimeImage>()] : [],
    };

    // A mail without its picture is better than no mail.
    private MimeImage? Image(Rule rule, (string Key, string File) image)
    {
        try
        {
            return new MimeImage(image.Key, File.ReadAllBytes(Path.Combine(options.AssetsDir, image.File)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogMissingImage(rule.Name, image.File, exception.Message);
            return null;
        }
    }

    private SmtpOptions Smtp(Rule rule)
    {
        if (options.SmtpAuthFile is null)
            return options.Smtp;
        var account = Account.Read(rule, options.SmtpAuthFile);
        return options.Smtp with { User = account.User, Password = account.Password };
    }

    [LoggerMessage(EventId = 321, Level = LogLevel.Warning, Message = "Rule {RuleName}: the mail server refused some receivers of an alert: {Receivers}")]
    private partial void LogRefused(string ruleName, string receivers);

    [LoggerMessage(EventId = 322, Level = LogLevel.Warning, Message = "Rule {RuleName}: a mail went out without its image {File}: {Reason}")]
    private partial void LogMissingImage(string ruleName, string file, string reason);
}
