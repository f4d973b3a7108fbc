using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Exotel;

/// <summary>Holds the options of the <c>exotel</c> alerter.</summary>
internal sealed class ExotelAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the account.</summary>
    public string AccountSid { get; init; } = "";

    /// <summary>Gets the token.</summary>
    public string AuthToken { get; init; } = "";

    /// <summary>Gets who receives the message.</summary>
    public string ToNumber { get; init; } = "";

    /// <summary>Gets the number that messages come from.</summary>
    public string FromNumber { get; init; } = "";

    /// <summary>Gets what follows the name of the rule.</summary>
    public string MessageBody { get; init; } = "";

    /// <summary>Gets how Exotel is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static ExotelAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        AccountSid = reader.Text("exotel_account_sid", ""),
        AuthToken = reader.Text("exotel_auth_token", ""),
        ToNumber = reader.Text("exotel_to_number", ""),
        FromNumber = reader.Text("exotel_from_number", ""),
        MessageBody = reader.Text("exotel_message_body", ""),
        Http = AlerterHttpOptions.Read(reader, "exotel_"),
    };
}
