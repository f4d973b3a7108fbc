using ElastAlert.Alerters.Aws;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Ses;

/// <summary>Holds the options of the <c>ses</c> alerter.</summary>
internal sealed class SesAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the receivers.</summary>
    public RecipientOptions Recipients { get; init; } = new();

    /// <summary>Gets the sender.</summary>
    public string FromAddr { get; init; } = "";

    /// <summary>Gets the receivers of visible copies.</summary>
    public IReadOnlyList<string> Cc { get; init; } = [];

    /// <summary>Gets the receivers of hidden copies.</summary>
    public IReadOnlyList<string> Bcc { get; init; } = [];

    /// <summary>Gets where answers go; empty for the sender.</summary>
    public IReadOnlyList<string> ReplyTo { get; init; } = [];

    /// <summary>Gets the account.</summary>
    public AwsAccount Account { get; init; } = new();

    /// <summary>Gets how SES is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static SesAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        Recipients = RecipientOptions.Read(reader, "ses_"),
        FromAddr = reader.Text("ses_from_addr", ""),
        Cc = reader.Texts("ses_cc"),
        Bcc = reader.Texts("ses_bcc"),
        ReplyTo = reader.Texts("ses_email_reply_to"),
        Account = AccountOf(reader),
        Http = AlerterHttpOptions.Read(reader, "ses_"),
    };

    // The reference documents one pair of names and reads the other.
    private static AwsAccount AccountOf(AlerterOptionReader reader) =>
        reader.Value("ses_aws_access_key_id") is null && reader.Value("ses_aws_secret_access_key") is null
            ? AwsAccount.Read(reader, "ses_", "ses_aws_access_key", "ses_aws_secret_key")
            : AwsAccount.Read(reader, "ses_");
}
