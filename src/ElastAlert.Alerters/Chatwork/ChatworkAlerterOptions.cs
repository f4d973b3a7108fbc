using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Chatwork;

/// <summary>Holds the options of the <c>chatwork</c> alerter.</summary>
internal sealed class ChatworkAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the key.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>Gets the room.</summary>
    public string RoomId { get; init; } = "";

    /// <summary>Gets how Chatwork is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static ChatworkAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        ApiKey = reader.Text("chatwork_apikey", ""),
        RoomId = reader.Text("chatwork_room_id", ""),
        Http = AlerterHttpOptions.Read(reader, "chatwork_"),
    };
}
