using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Post2;

/// <summary>Posts every match, as templates of the rule form it, to one or more addresses.</summary>
internal sealed class Post2Alerter(Post2AlerterOptions options, AlertHttpSender sender) : IAlerter
{
    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) =>
        sender.SendAllAsync(alert, Calls(alert), cancellationToken);

    private IEnumerable<HttpCall> Calls(Alert alert)
    {
        foreach (var match in alert.Matches)
        {
            var escaped = EscapedMatch.Of(match.Fields);
            var payload = Payload(match.Fields, escaped);
            var headers = options.HttpPost2Headers.Render(escaped).Select(static header => KeyValuePair.Create(header.Name, HeaderText(header))).ToList();
            foreach (var url in options.HttpPost2Url)
                yield return HttpCall.PostJson(url, payload).AcceptingJson().Overlay(headers);
        }
    }

    private JsonObject Payload(Document match, Document escaped)
    {
        var payload = options.HttpPost2AllValues ? JsonNodes.Of(match) : [];
        foreach (var member in options.HttpPost2Payload.Render(escaped))
            payload[member.Name] = JsonNodes.Of(member.Value);
        payload.OverlayFields(options.HttpPost2RawFields, match);
        return payload;
    }

    private static string HeaderText(JsonProperty header)
    {
        var text = header.Value.ValueKind == JsonValueKind.String ? header.Value.GetString()! : null;
        if (text is null || text.AsSpan().IndexOfAny('\r', '\n') >= 0)
            throw new AlertDeliveryException($"HTTP POST 2: the header '{header.Name}' must be a text on one line", isTransient: false);
        return text;
    }
}
