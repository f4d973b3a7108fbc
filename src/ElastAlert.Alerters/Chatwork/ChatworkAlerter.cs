using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Chatwork;

/// <summary>Writes alerts to rooms of Chatwork.</summary>
internal sealed class ChatworkAlerter(ChatworkAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, [Call(alert)], cancellationToken);

    private HttpCall Call(Alert alert)
    {
        var text = TextCrop.Crop(alert.Body, 2047, 1950, "\n *message was cropped according to chatwork embed description limits!*");
        return HttpCall.PostForm($"https://api.chatwork.com/v2/rooms/{options.RoomId}/messages", new("self_unread", "0"), new("body", text))
            .With("Accept", "application/json")
            .With("x-chatworktoken", options.ApiKey);
    }
}
