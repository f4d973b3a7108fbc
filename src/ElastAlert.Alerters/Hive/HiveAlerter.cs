using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Hive;

/// <summary>Opens alerts in TheHive.</summary>
internal sealed class HiveAlerter(HiveAlerterOptions options, OptionMap ruleOptions, AlertHttpSender sender, Func<Alert, Guid> uuidOf) : IAlerter
{
    private const string Reference = "sourceRef";
    private const int BadRequest = 400;
    private const int Conflict = 409;

    public async Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var call = Call(alert);
        var answer = await sender.AskAsync(call, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess || IsThere(answer) ? AlertReceipt.None : throw HttpFailure.OfAnswer(answer, call, sender.Service);
    }

    // TheHive takes a reference once: one of ours that it knows was delivered before.
    private bool IsThere(HttpAnswer answer) =>
        !options.Members.ContainsKey(Reference) && answer.StatusCode is BadRequest or Conflict && answer.Text().Contains("already exist", StringComparison.OrdinalIgnoreCase);

    private HttpCall Call(Alert alert) => HttpCall.PostJson($"{options.Host}:{options.Port}/api/alert", Payload(alert))
        .With("Authorization", "Bearer " + options.ApiKey);

    private JsonObject Payload(Alert alert)
    {
        var match = alert.Matches[0].Fields;
        var payload = new JsonObject
        {
            ["date"] = sender.Clock.GetUtcNow().ToUnixTimeSeconds() * 1000,
            ["title"] = alert.Subject,
            ["description"] = alert.Body,
            [Reference] = uuidOf(alert).ToString(),
        };
        payload.Overlay(options.Members);
        foreach (var text in options.Texts)
            payload[text.Name] = text.Fill(match, ruleOptions);
        payload["tags"] = JsonNodes.List(alert.Matches.SelectMany(item => Tags(item.Fields)).Distinct());
        payload["customFields"] = options.CustomFields.Fill(match, ruleOptions);
        payload["artifacts"] = JsonNodes.List(alert.Matches.SelectMany(item => Artifacts(item.Fields)));
        return payload;
    }

    private IEnumerable<string> Tags(Document match) => options.Tags.SelectMany(tag => FieldOrOption.Find(tag, match, ruleOptions) switch
    {
        null => [tag],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(PythonText.Of),
        { } value => [PythonText.Of(value)],
    });

    private IEnumerable<JsonObject> Artifacts(Document match) =>
        options.Observables.Select(observable => observable.Observe(match, ruleOptions)).OfType<JsonObject>();
}
