using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Line;

/// <summary>Holds the options of the <c>line</c> alerter.</summary>
internal sealed class LineAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the token of the channel.</summary>
    public string ChannelAccessToken { get; init; } = "";

    /// <summary>Gets who receives the message.</summary>
    public string To { get; init; } = "";

    /// <summary>Gets how LINE is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static LineAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        ChannelAccessToken = reader.Text("line_channel_access_token", ""),
        To = reader.Text("line_to", ""),
        Http = AlerterHttpOptions.Read(reader, "line_"),
    };
}
