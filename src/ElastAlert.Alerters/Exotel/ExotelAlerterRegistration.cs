using ElastAlert.Alerters.Http;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Exotel;

/// <summary>Registers the <c>exotel</c> alerter.</summary>
internal static class ExotelAlerterRegistration
{
    public static AlerterRegistration Create() => new HttpAlerterRegistration<ExotelAlerterOptions>
    {
        Name = "exotel",
        Service = "Exotel",
        RequiredOptions = ["exotel_account_sid", "exotel_auth_token", "exotel_to_number", "exotel_from_number"],
        KnownOptions = ["exotel_proxy", "exotel_timeout", "exotel_ca_certs", "exotel_ignore_ssl_errors"],
        Read = ExotelAlerterOptions.Read,
        Describe = static entry => new AlertInfo("exotel").With("exotel_account", entry.Options.TryGetValue("exotel_account_sid", out var account) ? account.ToJson() : JsonValue.Null),
        Create = static (_, options, sender) => new ExotelAlerter(options, sender),
    }.Build();
}
