using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Jira;

/// <summary>Registers the <c>jira</c> alerter.</summary>
internal static class JiraAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<JiraAlerterOptions>
    {
        Name = "jira",
        Service = "Jira",
        RequiredOptions = ["jira_server", "jira_account_file", "jira_project", "jira_issuetype"],
        KnownOptions = ["jira_timeout", "jira_proxy", "jira_ca_certs", "jira_ignore_ssl_errors", "jira_proxy_login", "jira_proxy_pass"],
        TextProfile = new AlertTextProfile
        {
            DefaultSubject = JiraSubject.Write,
            IntroductionOption = "jira_description",
            SummaryFrame = new AlertTextFrame("{noformat}", "{noformat}"),
            FieldsFormat = AlertFieldsFormat.Json,
            FieldsFrame = new AlertTextFrame("{code}", "{code}"),
        },
        Read = JiraAlerterOptions.Read,
        Describe = static _ => new AlertInfo("jira"),
        Create = static (context, options, sender) => new JiraAlerter(options, context, sender, context.Logger()),
    }.Build();
}
