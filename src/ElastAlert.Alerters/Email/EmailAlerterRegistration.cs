using ElastAlert.Alerters.Email.Smtp;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Alerters.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Alerters.Email;

/// <summary>Registers the <c>email</c> alerter.</summary>
internal static class EmailAlerterRegistration
{
    public static AlerterRegistration Create() => new()
    {
        Name = "email",
        RequiredOptions = ["email"],
        KnownOptions = ["smtp_require_tls", "smtp_ignore_ssl_errors", "smtp_ca_certs", "smtp_timeout", "email_from_field_domains"],
        TextProfile = new AlertTextProfile { DefaultSubject = DefaultSubjects.WithQueryKey },
        UsesReceiptsOf = ["jira"],
        Validate = OptionProblems.Of(EmailAlerterOptions.Read),
        Describe = static entry => new AlertInfo("email").WithTexts("recipients", entry, "email").Members,
        Create = static context => new EmailAlerter(
            EmailAlerterOptions.Read(context.Reader()),
            context.Services.GetService<IMailTransport>() ?? new SmtpMailTransport(SocketSender.Of(context)),
            context.Clock(),
            context.Logger()),
    };
}
