using ElastAlert.Alerters.Alerta;
using ElastAlert.Alerters.Alertmanager;
using ElastAlert.Alerters.Chatwork;
using ElastAlert.Alerters.Datadog;
using ElastAlert.Alerters.DingTalk;
using ElastAlert.Alerters.Discord;
using ElastAlert.Alerters.Email;
using ElastAlert.Alerters.Exotel;
using ElastAlert.Alerters.FlashDuty;
using ElastAlert.Alerters.Gelf;
using ElastAlert.Alerters.Gitter;
using ElastAlert.Alerters.GoogleChat;
using ElastAlert.Alerters.Hive;
using ElastAlert.Alerters.Indexer;
using ElastAlert.Alerters.Iris;
using ElastAlert.Alerters.Jira;
using ElastAlert.Alerters.Lark;
using ElastAlert.Alerters.Line;
using ElastAlert.Alerters.MatrixHookshot;
using ElastAlert.Alerters.Mattermost;
using ElastAlert.Alerters.MsPowerAutomate;
using ElastAlert.Alerters.MsTeams;
using ElastAlert.Alerters.Opsgenie;
using ElastAlert.Alerters.PagerDuty;
using ElastAlert.Alerters.PagerTree;
using ElastAlert.Alerters.Post;
using ElastAlert.Alerters.Post2;
using ElastAlert.Alerters.RocketChat;
using ElastAlert.Alerters.ServiceNow;
using ElastAlert.Alerters.Ses;
using ElastAlert.Alerters.Slack;
using ElastAlert.Alerters.SmsEagle;
using ElastAlert.Alerters.Sns;
using ElastAlert.Alerters.Sqs;
using ElastAlert.Alerters.Stomp;
using ElastAlert.Alerters.Telegram;
using ElastAlert.Alerters.TencentSms;
using ElastAlert.Alerters.Twilio;
using ElastAlert.Alerters.VictorOps;
using ElastAlert.Alerters.WebexWebhook;
using ElastAlert.Alerters.WorkWechat;
using ElastAlert.Alerters.Yzj;
using ElastAlert.Alerters.Zabbix;

namespace ElastAlert.Alerters;

/// <summary>Lists the alerters of this package. A new one adds its folder and its line.</summary>
public static class BuiltInAlerters
{
    /// <summary>Gets the alerters.</summary>
    public static IReadOnlyList<AlerterRegistration> All { get; } =
    [
        AlertaAlerterRegistration.Create(),
        AlertmanagerAlerterRegistration.Create(),
        ChatworkAlerterRegistration.Create(),
        DatadogAlerterRegistration.Create(),
        DingTalkAlerterRegistration.Create(),
        DiscordAlerterRegistration.Create(),
        EmailAlerterRegistration.Create(),
        ExotelAlerterRegistration.Create(),
        FlashDutyAlerterRegistration.Create(),
        GelfAlerterRegistration.Create(),
        GitterAlerterRegistration.Create(),
        GoogleChatAlerterRegistration.Create(),
        HiveAlerterRegistration.Create(),
        IndexerAlerterRegistration.Create(),
        IrisAlerterRegistration.Create(),
        JiraAlerterRegistration.Create(),
        LarkAlerterRegistration.Create(),
        LineAlerterRegistration.Create(),
        MatrixHookshotAlerterRegistration.Create(),
        MattermostAlerterRegistration.Create(),
        MsPowerAutomateAlerterRegistration.Create(),
        MsTeamsAlerterRegistration.Create(),
        OpsgenieAlerterRegistration.Create(),
        PagerDutyAlerterRegistration.Create(),
        PagerTreeAlerterRegistration.Create(),
        PostAlerterRegistration.Create(),
        Post2AlerterRegistration.Create(),
        RocketChatAlerterRegistration.Create(),
        ServiceNowAlerterRegistration.Create(),
        SesAlerterRegistration.Create(),
        SlackAlerterRegistration.Create(),
        SmsEagleAlerterRegistration.Create(),
        SnsAlerterRegistration.Create(),
        SqsAlerterRegistration.Create(),
        StompAlerterRegistration.Create(),
        TelegramAlerterRegistration.Create(),
        TencentSmsAlerterRegistration.Create(),
        TwilioAlerterRegistration.Create(),
        VictorOpsAlerterRegistration.Create(),
        WebexWebhookAlerterRegistration.Create(),
        WorkWechatAlerterRegistration.Create(),
        YzjAlerterRegistration.Create(),
        ZabbixAlerterRegistration.Create(),
    ];
}
