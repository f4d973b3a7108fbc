using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Yzj;

/// <summary>Holds the options of the <c>yzj</c> alerter.</summary>
internal sealed class YzjAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the token.</summary>
    public string Token { get; init; } = "";

    /// <summary>Gets the type of the robot.</summary>
    /// <value>The default is <c>0</c>.</value>
    public string RobotType { get; init; } = "0";

    /// <summary>Gets the host, with its port where it is another one.</summary>
    /// <value>The default is <c>www.yunzhijia.com</c>.</value>
    public string CustomLoc { get; init; } = "www.yunzhijia.com";

    /// <summary>Gets how Yunzhijia is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static YzjAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        Token = reader.Text("yzj_token", ""),
        RobotType = reader.Text("yzj_type", "0"),
        CustomLoc = reader.Text("yzj_custom_loc", "www.yunzhijia.com"),
        Http = AlerterHttpOptions.Read(reader, "yzj_"),
    };
}
