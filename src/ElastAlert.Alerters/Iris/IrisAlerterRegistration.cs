using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Iris;

/// <summary>Registers the <c>iris</c> alerter.</summary>
internal static class IrisAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<IrisAlerterOptions>
    {
        Name = "iris",
        Service = "IRIS",
        RequiredOptions = ["iris_host", "iris_api_token"],
        KnownOptions = ["iris_timeout", "iris_proxy", "iris_proxy_login", "iris_proxy_pass"],
        Read = IrisAlerterOptions.Read,
        Describe = static entry => new AlertInfo("IrisAlerter").WithHost("iris_api_endpoint", "https://" + entry.Options.Text("iris_host")),
        Create = static (context, options, sender) => new IrisAlerter(
            options,
            new IrisPayloads(options, context.Entry.Options, sender.Clock),
            sender,
            context.Uuids()),
    }.Build();
}
