using ElastAlert.Alerters.Email.Smtp;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Email;

/// <summary>Holds the options of the <c>email</c> alerter.</summary>
internal sealed class EmailAlerterOptions
{
    /// <summary>Gets the receivers.</summary>
    public RecipientOptions Recipients { get; init; } = new();

    /// <summary>Gets the receivers of visible copies.</summary>
    public IReadOnlyList<string> Cc { get; init; } = [];

    /// <summary>Gets the receivers of hidden copies.</summary>
    public IReadOnlyList<string> Bcc { get; init; } = [];

    /// <summary>Gets the sender: an address, <c>Name &lt;address&gt;</c>, or a bare word.</summary>
    /// <value>The default is <c>ElastAlert</c>.</value>
    public string FromAddr { get; init; } = "ElastAlert";

    /// <summary>Gets where answers go, or <see langword="null"/> for the receivers.</summary>
    public string? EmailReplyTo { get; init; }

    /// <summary>Gets whether the body is HTML.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsHtml { get; init; }

    /// <summary>Gets the folder of images.</summary>
    /// <value>The default is <c>/tmp</c>.</value>
    public string AssetsDir { get; init; } = "/tmp";

    /// <summary>Gets the content ids of images and their files.</summary>
    public IReadOnlyList<(string Key, string File)> Images { get; init; } = [];

    /// <summary>Gets the file that holds user and password, or <see langword="null"/>.</summary>
    public string? SmtpAuthFile { get; init; }

    /// <summary>Gets how the server is reached; user and password are read when a mail is sent.</summary>
    public SmtpOptions Smtp { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static EmailAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        Recipients = RecipientOptions.Read(reader, ""),
        Cc = reader.Texts("cc"),
        Bcc = reader.Texts("bcc"),
        FromAddr = reader.Text("from_addr", "ElastAlert"),
        EmailReplyTo = reader.Text("email_reply_to"),
        IsHtml = reader.Text("email_format") == "html",
        AssetsDir = reader.Text("assets_dir", "/tmp"),
        Images = ImagesOf(reader),
        SmtpAuthFile = reader.Text("smtp_auth_file"),
        Smtp = SmtpOf(reader),
    };

    private static IReadOnlyList<(string Key, string File)> ImagesOf(AlerterOptionReader reader)
    {
        var keys = reader.Texts("email_image_keys");
        var files = reader.Texts("email_image_values");
        if (keys.Count != files.Count)
            reader.Warn("email_image_keys", $"has {keys.Count} keys for {files.Count} files in email_image_values; those without a partner are left out.", "Write one file for each key.");
        return [.. keys.Zip(files)];
    }

    private static SmtpOptions SmtpOf(AlerterOptionReader reader) => new()
    {
        Host = reader.Text("smtp_host", "localhost"),
        Port = reader.Value("smtp_port") is null ? null : reader.Number("smtp_port", 25, 1, 65535),
        UseSsl = reader.Flag("smtp_ssl"),
        RequireTls = reader.Flag("smtp_require_tls"),
        IgnoreSslErrors = reader.Flag("smtp_ignore_ssl_errors"),
        CaCerts = reader.Text("smtp_ca_certs"),
        CertFile = reader.Text("smtp_cert_file"),
        KeyFile = reader.Text("smtp_key_file"),
        Timeout = reader.Seconds("smtp_timeout", TimeSpan.FromSeconds(30)),
    };
}
