using ElastAlert.Alerters.Http;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Hive;

/// <summary>Registers the <c>hivealerter</c> alerter.</summary>
internal static class HiveAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<HiveAlerterOptions>
    {
        Name = "hivealerter",
        Service = "TheHive",
        RequiredOptions = ["hive_connection", "hive_alert_config"],
        Read = HiveAlerterOptions.Read,
        Describe = Describe,
        Create = static (context, options, sender) =>
            new HiveAlerter(options, context.Entry.Options, sender, context.Uuids()),
    }.Build();

    private static AlertInfo Describe(AlerterEntry entry)
    {
        var host = entry.Options.GetValueOrDefault("hive_connection")?.Members.Text("hive_host");
        return host is null ? new AlertInfo("hivealerter").With("hive_host", JsonValue.Of("")) : new AlertInfo("hivealerter").WithHost("hive_host", host);
    }
}
