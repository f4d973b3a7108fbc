using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.SmsEagle;

/// <summary>Sends alerts as text messages or calls over an SMSEagle device.</summary>
internal sealed class SmsEagleAlerter(SmsEagleAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [Call(alert)], cancellationToken);

    private HttpCall Call(Alert alert)
    {
        if (options.To.Count == 0 && options.Contacts is null && options.Groups is null)
            throw new AlertDeliveryException("SMSEagle needs a receiver: smseagle_to, smseagle_contacts or smseagle_groups", isTransient: false);
        var path = options.MessageType switch
        {
            "ring" => "/api/v2/calls/ring",
            "tts" => "/api/v2/calls/tts",
            "tts_adv" => "/api/v2/calls/tts_advanced",
            _ => "/api/v2/messages/sms",
        };
        return HttpCall.PostJson(options.Url + path, Payload(alert)).With("access-token", options.Token);
    }

    private JsonObject Payload(Alert alert)
    {
        var payload = new JsonObject { ["text"] = options.Text ?? alert.Body };
        if (options.To.Count > 0)
            payload["to"] = JsonNodes.List(options.To);
        if (options.Contacts is not null)
            payload["contacts"] = JsonNodes.Of(options.Contacts);
        if (options.Groups is not null)
            payload["groups"] = JsonNodes.Of(options.Groups);
        if (options.MessageType is "ring" or "tts" or "tts_adv")
            payload["duration"] = options.Duration;
        if (options.MessageType == "tts_adv")
            payload["voice_id"] = options.VoiceId;
        return payload;
    }
}
