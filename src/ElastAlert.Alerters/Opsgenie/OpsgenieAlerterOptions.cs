using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Alerting.Text;

namespace ElastAlert.Alerters.Opsgenie;

/// <summary>Holds the options of the <c>opsgenie</c> alerter.</summary>
internal sealed class OpsgenieAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the key of the integration.</summary>
    public string OpsgenieKey { get; init; } = "";

    /// <summary>Gets the scheme and host of the interface; data never changes it.</summary>
    /// <value>The default is <c>https://api.opsgenie.com</c>.</value>
    public string Host { get; init; } = "https://api.opsgenie.com";

    /// <summary>Gets path and query of the interface, with placeholders.</summary>
    /// <value>The default is <c>/v2/alerts</c>.</value>
    public FormatText? PathAndQuery { get; init; }

    /// <summary>Gets the account that alerts come from, or <see langword="null"/>.</summary>
    public string? OpsgenieAccount { get; init; }

    /// <summary>Gets texts with placeholders, by the member of the payload: message, description, alias, entity, source, priority.</summary>
    public IReadOnlyDictionary<string, FormatText> Texts { get; init; } = new Dictionary<string, FormatText>();

    /// <summary>Gets the tags, with placeholders; <c>ElastAlert</c> and the name of the rule follow.</summary>
    public IReadOnlyList<FormatText> OpsgenieTags { get; init; } = [];

    /// <summary>Gets the users who are told.</summary>
    public required ResponderOptions Recipients { get; init; }

    /// <summary>Gets the teams that are told.</summary>
    public required ResponderOptions Teams { get; init; }

    /// <summary>Gets the details: texts, or <c>{field: path}</c>.</summary>
    public OptionMap OpsgenieDetails { get; init; } = OptionMap.Empty;

    /// <summary>Gets how Opsgenie is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static OpsgenieAlerterOptions Read(AlerterOptionReader reader)
    {
        var (host, path) = Address(reader);
        return new OpsgenieAlerterOptions
        {
            OpsgenieKey = reader.Text("opsgenie_key", ""),
            Host = host,
            PathAndQuery = reader.Format("opsgenie_addr", path),
            OpsgenieAccount = reader.Text("opsgenie_account"),
            Texts = TextsOf(reader),
            OpsgenieTags = [.. reader.Texts("opsgenie_tags").Select(tag => reader.Format("opsgenie_tags", tag)).OfType<FormatText>()],
            Recipients = ResponderOptions.Read(reader, "recipients", "opsgenie_default_recipients", "opsgenie_default_receipients"),
            Teams = ResponderOptions.Read(reader, "teams", "opsgenie_default_teams"),
            OpsgenieDetails = reader.Map("opsgenie_details"),
            Http = AlerterHttpOptions.Read(reader, "opsgenie_"),
        };
    }

    private static Dictionary<string, FormatText> TextsOf(AlerterOptionReader reader)
    {
        var texts = new Dictionary<string, FormatText>();
        foreach (var name in (string[])["message", "description", "alias", "entity", "source", "priority"])
        {
            var text = reader.Text("opsgenie_" + name) ?? (name == "source" ? "ElastAlert" : null);
            if (!string.IsNullOrEmpty(text) && reader.Format("opsgenie_" + name, text) is { } format)
                texts[name] = format;
        }

        return texts;
    }

    private static (string Host, string Path) Address(AlerterOptionReader reader)
    {
        var address = reader.Text("opsgenie_addr", "https://api.opsgenie.com/v2/alerts");
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        var slash = scheme < 0 ? -1 : address.IndexOf('/', scheme + 3);
        var host = slash < 0 ? address : address[..slash];
        if (scheme < 0)
            reader.Warn("opsgenie_addr", "is no http or https URL; alerts will fail.", "Write the whole address, such as https://api.eu.opsgenie.com/v2/alerts.");
        if (host.Contains('{', StringComparison.Ordinal))
            reader.Error("opsgenie_addr", "has a placeholder in its host: whoever writes the data could choose who gets the key.", "Write the host out.");
        return (host, slash < 0 ? "" : address[slash..]);
    }
}
