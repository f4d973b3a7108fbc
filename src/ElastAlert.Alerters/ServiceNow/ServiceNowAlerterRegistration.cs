using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.ServiceNow;

/// <summary>Registers the <c>servicenow</c> alerter.</summary>
internal static class ServiceNowAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<ServiceNowAlerterOptions>
    {
        Name = "servicenow",
        Service = "ServiceNow",
        RequiredOptions = ["servicenow_rest_url", "username", "password", "short_description", "comments", "assignment_group", "category", "subcategory", "cmdb_ci", "caller_id"],
        KnownOptions = ["servicenow_timeout", "servicenow_ca_certs", "servicenow_ignore_ssl_errors"],
        Read = ServiceNowAlerterOptions.Read,
        Describe = static entry => new AlertInfo("ServiceNow").WithHost("self.servicenow_rest_url", entry.Options.Text("servicenow_rest_url") ?? ""),
        Create = static (context, options, sender) => new ServiceNowAlerter(options, sender, context.Texts),
    }.Build();
}
