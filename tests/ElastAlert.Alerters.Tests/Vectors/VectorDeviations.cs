namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Is the reviewed list of recorded behaviour that is mended on purpose (alerters.md 5), each with its reason.</summary>
internal static class VectorDeviations
{
    /// <summary>Gets cases whose outcome differs: the reason.</summary>
    public static IReadOnlyDictionary<string, string> Outcomes { get; } = new Dictionary<string, string>
    {
        ["command-002"] = "27: a shell line with placeholders is refused when the rule is loaded.",
        ["command-009"] = "27: a shell line with placeholders is refused when the rule is loaded.",
        ["command-010"] = "4: data is put in once and never read again, so a percent sign in it does no harm.",
        ["jira-006"] = "35: tickets are searched on servers too, not only in the cloud.",
        ["jira-008"] = "35: the server is asked for its fields when they are needed, so a wrong one fails the alert, not the loading.",
        ["line-003"] = "36: the token and the receiver are required.",
        ["exotel-001"] = "31: an SMS that was sent counts as sent.",
        ["exotel-002"] = "31: an SMS that was sent counts as sent.",
        ["gelf-002"] = "32: a status that says no is a failure.",
        ["gelf-005"] = "32: the level is a number from 0 to 7.",
        ["hive-003"] = "33: a rule without the type that TheHive needs is refused when it is loaded.",
        ["zabbix-004"] = "48: times are read leniently, and this one is a day.",
        ["workwechat-003"] = "47: an unknown type of message is refused when the rule is loaded.",
    };

    /// <summary>Gets cases in which a part of the payload differs: the path of the member, and the reason.</summary>
    public static IReadOnlyDictionary<string, (string Member, string Reason)> Members { get; } = new Dictionary<string, (string, string)>
    {
        ["opsgenie-003"] = ("responders", "37: a name whose placeholder cannot be filled is never sent as it is."),
        ["victorops-002"] = ("*", "46: fields of the event never replace those of the protocol."),
        ["tencent-002"] = ("*", "44: parameters of templates are text."),
    };

    /// <summary>Gets cases in which certificates are verified although the reference did not: the reason.</summary>
    public static IReadOnlyDictionary<string, string> Verified { get; } = new Dictionary<string, string>
    {
        ["hive-001"] = "33: certificates are verified unless hive_verify is false.",
        ["hive-004"] = "33: certificates are verified unless hive_verify is false.",
    };

    // 38: info holds hosts instead of whole addresses, and no keys (22). 19: what is meant for the proxy is given to the proxy alone.
}
