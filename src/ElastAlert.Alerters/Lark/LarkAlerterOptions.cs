using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Lark;

/// <summary>Holds the options of the <c>lark</c> alerter.</summary>
internal sealed class LarkAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the id of the bot.</summary>
    public string BotId { get; init; } = "";

    /// <summary>Gets the type of the message.</summary>
    /// <value>The default is <c>text</c>.</value>
    public string MsgType { get; init; } = "text";

    /// <summary>Gets how Lark is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static LarkAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        BotId = reader.Text("lark_bot_id", ""),
        MsgType = reader.Text("lark_msgtype", "text"),
        Http = AlerterHttpOptions.Read(reader, "lark_"),
    };
}
