using ElastAlert.Alerters.Email.Smtp;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

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
        Validate = static (rule, entry) =>
        {
            var reader = new AlerterOptionReader(rule, entry);
            EmailAlerterOptions.Read(reader);
            return reader.Problems;
        },
        Describe = static entry => new AlertInfo("email").With("recipients", JsonValue.Write(entry.Options.Texts("email"), static (writer, addresses) =>
        {
            writer.WriteStartArray();
            foreach (var address in addresses)
                writer.WriteStringValue(address);
            writer.WriteEndArray();
        })).Members,
        Create = static context =>
        {
            var clock = context.Services.GetService<TimeProvider>() ?? TimeProvider.System;
            return new EmailAlerter(
                EmailAlerterOptions.Read(new AlerterOptionReader(context.Rule, context.Entry)),
                context.Services.GetService<IMailTransport>() ?? new SmtpMailTransport(clock),
                clock,
                context.Services.GetService<ILoggerFactory>()?.CreateLogger("elastalert") ?? NullLogger.Instance);
        },
    };
}
