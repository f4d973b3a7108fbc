using ElastAlert.Alerters.Http;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Gelf;

/// <summary>Posts alerts to a GELF input over HTTP.</summary>
internal sealed class GelfHttpAlerter(GelfAlerterOptions options, GelfMessages messages, AlertHttpSender sender) : IAlerter
{
    public async Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var message = await messages.WriteAsync(alert, cancellationToken).ConfigureAwait(false);
        var call = HttpCall.PostJson(options.Endpoint, message).Overlay(Headers(alert.Matches[^1].Fields));
        return await sender.SendAllAsync(alert, [call], cancellationToken).ConfigureAwait(false);
    }

    private IEnumerable<KeyValuePair<string, string>> Headers(Document match) => options.HttpHeaders.Select(header => KeyValuePair.Create(
        header.Key,
        header.Value.Members.Text("field") is { } path ? match.Find(path).ToText() : PythonText.Of(header.Value.ToJson())));
}
