using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.DingTalk;

/// <summary>Holds the options of the <c>dingtalk</c> alerter.</summary>
internal sealed class DingTalkAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the token.</summary>
    public string AccessToken { get; init; } = "";

    /// <summary>Gets the form of messages.</summary>
    /// <value>The default is <c>text</c>.</value>
    public string MsgType { get; init; } = "text";

    /// <summary>Gets what the only button says.</summary>
    /// <value>The default is <c>elastalert</c>.</value>
    public string SingleTitle { get; init; } = "elastalert";

    /// <summary>Gets where the only button leads.</summary>
    public string SingleUrl { get; init; } = "";

    /// <summary>Gets how buttons stand: <c>0</c> or <c>1</c>.</summary>
    public string BtnOrientation { get; init; } = "";

    /// <summary>Gets the buttons: <c>title</c> and <c>actionURL</c>.</summary>
    public IReadOnlyList<OptionMap> Btns { get; init; } = [];

    /// <summary>Gets the secret that requests are signed with.</summary>
    public string? Sign { get; init; }

    /// <summary>Gets how DingTalk is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static DingTalkAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        AccessToken = reader.Text("dingtalk_access_token", ""),
        MsgType = reader.Choice("dingtalk_msgtype", "text", "text", "markdown", "single_action_card", "action_card"),
        SingleTitle = reader.Text("dingtalk_single_title", "elastalert"),
        SingleUrl = reader.Text("dingtalk_single_url", ""),
        BtnOrientation = reader.Text("dingtalk_btn_orientation", ""),
        Btns = reader.Maps("dingtalk_btns"),
        Sign = reader.Text("dingtalk_sign"),
        Http = AlerterHttpOptions.Read(reader, "dingtalk_"),
    };
}
