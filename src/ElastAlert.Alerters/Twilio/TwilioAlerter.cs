using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Twilio;

/// <summary>Sends the name of the rule as a text message over Twilio.</summary>
internal sealed class TwilioAlerter(TwilioAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [Call(alert)], cancellationToken);

    private HttpCall Call(Alert alert)
    {
        var (name, value) = options.UseCopilot
            ? ("MessagingServiceSid", options.MessageServiceSid ?? throw Missing("twilio_message_service_sid"))
            : ("From", options.FromNumber ?? throw Missing("twilio_from_number"));
        return HttpCall.PostForm(
                $"https://api.twilio.com/2010-04-01/Accounts/{options.AccountSid}/Messages.json",
                new("To", options.ToNumber), new(name, value), new("Body", alert.Rule.Name))
            .With("Accept", "application/json")
            .WithBasic(options.AccountSid, options.AuthToken);
    }

    private static AlertDeliveryException Missing(string option) => new($"Twilio needs the option {option}", isTransient: false);
}
