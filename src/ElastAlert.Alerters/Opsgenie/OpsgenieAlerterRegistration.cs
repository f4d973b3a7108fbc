using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Opsgenie;

/// <summary>Registers the <c>opsgenie</c> alerter.</summary>
internal static class OpsgenieAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<OpsgenieAlerterOptions>
    {
        Name = "opsgenie",
        Service = "Opsgenie",
        RequiredOptions = ["opsgenie_key"],
        KnownOptions = ["opsgenie_timeout", "opsgenie_ca_certs", "opsgenie_ignore_ssl_errors"],
        TextProfile = new AlertTextProfile
        {
            DefaultSubject = DefaultSubjects.WithQueryKey,
            SubjectOption = "opsgenie_subject",
            HasSummary = false,
        },
        Read = OpsgenieAlerterOptions.Read,
        Describe = Describe,
        Create = static (_, options, sender) => new OpsgenieAlerter(options, sender),
    }.Build();

    private static AlertInfo Describe(AlerterEntry entry)
    {
        var info = new AlertInfo("opsgenie");
        foreach (var (name, option) in (ReadOnlySpan<(string, string)>)[("recipients", "opsgenie_recipients"), ("account", "opsgenie_account"), ("teams", "opsgenie_teams")])
        {
            if (entry.Options.TryGetValue(option, out var value) && !value.IsFalsy)
                info.With(name, value.ToJson());
        }

        return info;
    }
}
