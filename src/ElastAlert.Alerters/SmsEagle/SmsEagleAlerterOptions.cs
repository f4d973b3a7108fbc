using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.SmsEagle;

/// <summary>Holds the options of the <c>smseagle</c> alerter.</summary>
internal sealed class SmsEagleAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the address of the device.</summary>
    public string Url { get; init; } = "";

    /// <summary>Gets the token.</summary>
    public string Token { get; init; } = "";

    /// <summary>Gets the kind of message: <c>sms</c>, <c>ring</c>, <c>tts</c> or <c>tts_adv</c>.</summary>
    /// <value>The default is <c>sms</c>.</value>
    public string MessageType { get; init; } = "sms";

    /// <summary>Gets the numbers.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Gets the contacts.</summary>
    public OptionValue? Contacts { get; init; }

    /// <summary>Gets the groups.</summary>
    public OptionValue? Groups { get; init; }

    /// <summary>Gets the text that replaces the body.</summary>
    public string? Text { get; init; }

    /// <summary>Gets how many seconds a call takes.</summary>
    /// <value>The default is <c>10</c>.</value>
    public int Duration { get; init; } = 10;

    /// <summary>Gets the voice.</summary>
    /// <value>The default is <c>1</c>.</value>
    public int VoiceId { get; init; } = 1;

    /// <summary>Gets how SMSEagle is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static SmsEagleAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        Url = reader.Url("smseagle_url"),
        Token = reader.Text("smseagle_token", ""),
        MessageType = reader.Text("smseagle_message_type", "sms"),
        To = reader.Texts("smseagle_to"),
        Contacts = reader.Value("smseagle_contacts"),
        Groups = reader.Value("smseagle_groups"),
        Text = reader.Text("smseagle_text"),
        Duration = reader.Number("smseagle_duration", 10),
        VoiceId = reader.Number("smseagle_voice_id", 1),
        Http = AlerterHttpOptions.Read(reader, "smseagle_"),
    };
}
