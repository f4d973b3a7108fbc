using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Exotel;

/// <summary>Sends the name of the rule as a text message over Exotel.</summary>
internal sealed class ExotelAlerter(ExotelAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [Call(alert)], cancellationToken);

    private HttpCall Call(Alert alert) => HttpCall.PostForm(
            $"https://twilix.exotel.in/v1/Accounts/{options.AccountSid}/Sms/send.json",
            new("From", options.FromNumber), new("To", options.ToNumber), new("Body", alert.Rule.Name + options.MessageBody),
            new("EncodingType", "plain"), new("Priority", "normal"))
        .WithBasic(options.AccountSid, options.AuthToken);
}
