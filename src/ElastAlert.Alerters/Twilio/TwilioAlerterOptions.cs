using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Twilio;

/// <summary>Holds the options of the <c>twilio</c> alerter.</summary>
internal sealed class TwilioAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the account.</summary>
    public string AccountSid { get; init; } = "";

    /// <summary>Gets the token.</summary>
    public string AuthToken { get; init; } = "";

    /// <summary>Gets who receives the message.</summary>
    public string ToNumber { get; init; } = "";

    /// <summary>Gets the number that messages come from.</summary>
    public string? FromNumber { get; init; }

    /// <summary>Gets whether a messaging service sends.</summary>
    public bool UseCopilot { get; init; }

    /// <summary>Gets the messaging service.</summary>
    public string? MessageServiceSid { get; init; }

    /// <summary>Gets how Twilio is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static TwilioAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        AccountSid = reader.Text("twilio_account_sid", ""),
        AuthToken = reader.Text("twilio_auth_token", ""),
        ToNumber = reader.Text("twilio_to_number", ""),
        FromNumber = reader.Text("twilio_from_number"),
        UseCopilot = reader.Flag("twilio_use_copilot"),
        MessageServiceSid = reader.Text("twilio_message_service_sid"),
        Http = AlerterHttpOptions.Read(reader, "twilio_"),
    };
}
