using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.WorkWechat;

/// <summary>Holds the options of the <c>workwechat</c> alerter.</summary>
internal sealed class WorkWechatAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the id of the bot.</summary>
    public string BotId { get; init; } = "";

    /// <summary>Gets the form of the text: <c>text</c> or <c>markdown</c>.</summary>
    /// <value>The default is <c>text</c>.</value>
    public string MsgType { get; init; } = "text";

    /// <summary>Gets how WeCom is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static WorkWechatAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        BotId = reader.Text("work_wechat_bot_id", ""),
        MsgType = reader.Choice("work_wechat_msgtype", "text", "text", "markdown"),
        Http = AlerterHttpOptions.Read(reader, "work_wechat_"),
    };
}
