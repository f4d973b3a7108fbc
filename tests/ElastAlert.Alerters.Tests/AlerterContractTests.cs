using ElastAlert.Alerters.Tests.Http;
using ElastAlert.Testing;

namespace ElastAlert.Alerters.Tests;

/// <summary>Runs the contract of alerters over HTTP on every one of them; one that is missing here fails a test.</summary>
public sealed class AlerterContractTests
{
    private static readonly string AccountFile = WriteAccount();

    // The options of each alerter, with "s3cret" in whatever is one.
    private static readonly Dictionary<string, string> Options = new()
    {
        ["alerta"] = """{"alerta_api_url":"https://alerta.example.org/api/alert","alerta_api_key":"s3cret-key"}""",
        ["alertmanager"] = """{"alertmanager_hosts":["http://am:9093"],"alertmanager_basic_auth_login":"u","alertmanager_basic_auth_password":"s3cret-password"}""",
        ["discord"] = """{"discord_webhook_url":"https://discord.example.org/api/webhooks/1/s3cret-hook"}""",
        ["gelf"] = """{"gelf_type":"http","gelf_endpoint":"https://graylog:12201/gelf?token=s3cret-token","gelf_http_headers":{"Authorization":"Basic s3cret-header"}}""",
        ["hivealerter"] = """{"hive_connection":{"hive_host":"https://hive","hive_apikey":"s3cret-key"},"hive_alert_config":{"type":"t","source":"s"}}""",
        ["indexer"] = """{"indexer_alert_config":{"a":"b"},"indexer_connection":{"es_host":"es","es_username":"u","es_password":"s3cret-password","indexer_alerts_name":"alerts"}}""",
        ["iris"] = """{"iris_host":"iris.example.org","iris_api_token":"s3cret-token"}""",
        ["jira"] = $$"""{"jira_server":"https://jira.example.org","jira_account_file":"{{AccountFile}}","jira_project":"OPS","jira_issuetype":"Bug"}""",
        ["ms_power_automate"] = """{"ms_power_automate_webhook_url":"https://flow.example.org/x?sig=s3cret-signature"}""",
        ["ms_teams"] = """{"ms_teams_webhook_url":"https://teams.example.org/webhook/s3cret-hook"}""",
        ["opsgenie"] = """{"opsgenie_key":"s3cret-key"}""",
        ["pagerduty"] = """{"pagerduty_service_key":"s3cret-key","pagerduty_client_name":"x","pagerduty_api_version":"v2"}""",
        ["post"] = """{"http_post_url":"http://hook.example.org/s3cret-path?key=s3cret-key","http_post_headers":{"authorization":"Basic s3cret-header"}}""",
        ["post2"] = """{"http_post2_url":"http://hook.example.org/s3cret-path?key=s3cret-key","http_post2_headers":{"x-key":"s3cret-header"}}""",
        ["ses"] = """{"ses_email":"a@example.org","ses_from_addr":"f@example.org","ses_aws_access_key_id":"AKIAs3cret","ses_aws_secret_access_key":"s3cret-key"}""",
        ["sns"] = """{"sns_topic_arn":"arn:aws:sns:us-east-1:1:t","sns_aws_access_key_id":"AKIAs3cret","sns_aws_secret_access_key":"s3cret-key"}""",
        ["sqs"] = """{"sqs_queue_url":"https://sqs.eu-west-1.amazonaws.com/1/q","sqs_aws_access_key_id":"AKIAs3cret","sqs_aws_secret_access_key":"s3cret-key"}""",
        ["tencent_sms"] = """{"tencent_sms_secret_id":"s3cret-id","tencent_sms_secret_key":"s3cret-key","tencent_sms_sdk_appid":"1","tencent_sms_to_number":["1"],"tencent_sms_template_id":"T"}""",
        ["slack"] = """{"slack_webhook_url":"https://hooks.example.org/services/T0/B0/s3cret-hook"}""",
        ["chatwork"] = """{"chatwork_apikey":"s3cret-key","chatwork_room_id":"1"}""",
        ["datadog"] = """{"datadog_api_key":"s3cret-key","datadog_app_key":"s3cret-app"}""",
        ["dingtalk"] = """{"dingtalk_access_token":"s3cret-token","dingtalk_sign":"SECs3cret"}""",
        ["exotel"] = """{"exotel_account_sid":"AC1","exotel_auth_token":"s3cret-token","exotel_to_number":"1","exotel_from_number":"2"}""",
        ["flashduty"] = """{"flashduty_integration_key":"s3cret-key"}""",
        ["gitter"] = """{"gitter_webhook_url":"https://webhooks.gitter.example.org/e/s3cret-hook"}""",
        ["googlechat"] = """{"googlechat_webhook_url":"https://chat.example.org/v1?token=s3cret-token"}""",
        ["lark"] = """{"lark_bot_id":"s3cret-bot"}""",
        ["line"] = """{"line_channel_access_token":"s3cret-token","line_to":"U1"}""",
        ["matrixhookshot"] = """{"matrixhookshot_webhook_url":"https://m.example.org/webhook/s3cret-hook"}""",
        ["mattermost"] = """{"mattermost_webhook_url":"https://mm.example.org/hooks/s3cret-hook"}""",
        ["pagertree"] = """{"pagertree_integration_url":"https://api.pagertree.example.org/integration/s3cret-hook"}""",
        ["rocketchat"] = """{"rocket_chat_webhook_url":"https://rc.example.org/hooks/s3cret-hook"}""",
        ["servicenow"] = """{"servicenow_rest_url":"https://sn.example.org/api","username":"u","password":"s3cret-password","short_description":"a","comments":"b","assignment_group":"c","category":"d","subcategory":"e","cmdb_ci":"f","caller_id":"g"}""",
        ["smseagle"] = """{"smseagle_url":"https://sms.example.org","smseagle_token":"s3cret-token","smseagle_message_type":"sms","smseagle_to":["1"]}""",
        ["twilio"] = """{"twilio_account_sid":"AC1","twilio_auth_token":"s3cret-token","twilio_to_number":"1","twilio_from_number":"2"}""",
        ["victorops"] = """{"victorops_api_key":"s3cret-key","victorops_routing_key":"rk","victorops_message_type":"CRITICAL"}""",
        ["webex_webhook"] = """{"webex_webhook_id":"s3cret-hook"}""",
        ["workwechat"] = """{"work_wechat_bot_id":"s3cret-bot"}""",
        ["yzj"] = """{"yzj_token":"s3cret-token"}""",
        ["telegram"] = """{"telegram_bot_token":"12345:s3cret-token","telegram_room_id":"1"}""",
    };

    // What a service answers when it takes an alert, where that is not an empty object.
    private static readonly Dictionary<string, Func<ReceivedHttpRequest, ScriptedHttpAnswer>> Successes = new()
    {
        ["tencent_sms"] = static _ => new(200, """{"Response":{"SendStatusSet":[{"PhoneNumber":"1","Code":"Ok"}]}}"""),
    };

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var alerter in Options.Keys)
        {
            foreach (var name in AlerterContract.Cases)
                cases.Add(alerter, name);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public Task SendAsync_Always_KeepsTheContract(string alerter, string name) =>
        new AlerterContract(setup => TestAlerters.Create(setup, alerter, Options[alerter]))
        {
            Secrets = ["s3cret"],
            Success = Successes.GetValueOrDefault(alerter, static _ => new ScriptedHttpAnswer()),
        }.VerifyAsync(name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Describe_Always_HoldsNoSecret(string alerter)
    {
        var registration = TestAlerters.Registration(alerter);

        var info = registration.Describe!(Some.Entry(alerter, Options.GetValueOrDefault(alerter, "{}")));

        info.Should().ContainKey("type");
        string.Join(' ', info.Values).Should().NotContain("s3cret");
    }

    [Fact]
    public void Options_OfThisTest_CoverEveryAlerterOverHttp() =>
        BuiltInAlerters.All.Select(static alerter => alerter.Name).Except(Options.Keys).Should().BeSubsetOf(["email", "stomp", "zabbix"]);

    private static string WriteAccount()
    {
        var path = Path.Combine(Path.GetTempPath(), "elastalert-contract-account.yaml");
        File.WriteAllText(path, "user: someone\npassword: s3cret-password\n");
        return path;
    }

    public static TheoryData<string> Names() => [.. BuiltInAlerters.All.Select(static alerter => alerter.Name)];
}
