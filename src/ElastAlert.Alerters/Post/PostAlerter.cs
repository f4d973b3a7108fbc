using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Post;

/// <summary>Posts every match as JSON to one or more addresses.</summary>
internal sealed class PostAlerter(PostAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, Calls(alert), cancellationToken);

    private IEnumerable<HttpCall> Calls(Alert alert) =>
        from match in alert.Matches
        from url in options.HttpPostUrl
        select WithHeaders(HttpCall.PostJson(url, Payload(match.Fields)));

    private JsonObject Payload(Document match)
    {
        var payload = options.HttpPostAllValues ? JsonNodes.Of(match) : [];
        payload.Overlay(options.HttpPostStaticPayload);
        payload.OverlayFields(options.HttpPostPayload, match);
        return payload;
    }

    private HttpCall WithHeaders(HttpCall call) =>
        call.AcceptingJson().Overlay(options.HttpPostHeaders.Select(static header =>
            KeyValuePair.Create(header.Key, PythonText.Of(header.Value.ToJson()))));
}
