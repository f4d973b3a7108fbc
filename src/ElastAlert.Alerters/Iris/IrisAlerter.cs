using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Iris;

/// <summary>Opens alerts or cases in IRIS.</summary>
internal sealed class IrisAlerter(IrisAlerterOptions options, IrisPayloads payloads, AlertHttpSender sender, Func<Alert, Guid> uuidOf) : IAlerter
{
    private readonly AlertMemory<JsonNode> _cases = new();

    public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken) => options.OpensCases
        ? OpenCaseAsync(alert, cancellationToken)
        : sender.SendAllAsync(alert, [Call("/alerts/add", payloads.Alert(alert))], Check, cancellationToken);

    // A case that is there but lacks indicators is completed by the retry.
    private async Task<AlertReceipt> OpenCaseAsync(Alert alert, CancellationToken cancellationToken)
    {
        if (_cases.Of(alert.Id) is not { } id)
        {
            id = await AddCaseAsync(alert, cancellationToken).ConfigureAwait(false);
            _cases.Record(alert.Id, id);
        }

        var iocs = IrisIocs.Find(options.Iocs, alert.Matches[0].Fields).Select(ioc => IocCall(ioc, id));
        var receipt = await sender.SendAllAsync(alert, iocs, Check, cancellationToken).ConfigureAwait(false);
        _cases.Forget(alert.Id);
        return receipt;
    }

    private async Task<JsonNode> AddCaseAsync(Alert alert, CancellationToken cancellationToken)
    {
        var call = Call("/manage/cases/add", payloads.Case(alert, uuidOf(alert)));
        var answer = await sender.SendAsync(call, cancellationToken).ConfigureAwait(false);
        Check(call, answer);
        return CaseId(answer) ?? throw HttpFailure.OfBody(answer, call, sender.Service, isTransient: true);
    }

    private static JsonNode? CaseId(HttpAnswer answer) =>
        answer.Json() is { ValueKind: JsonValueKind.Object } json
        && json.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object && data.TryGetProperty("case_id", out var id)
            ? JsonNodes.Of(id)
            : null;

    private HttpCall IocCall(JsonObject ioc, JsonNode caseId)
    {
        ioc["cid"] = caseId.DeepClone();
        return Call("/case/ioc/add", ioc);
    }

    private HttpCall Call(string path, JsonObject payload) =>
        HttpCall.PostJson($"https://{options.Host}{path}", payload).With("Authorization", "Bearer " + options.ApiToken);

    // Any other status than this one says that nothing was added.
    private void Check(HttpCall call, HttpAnswer answer)
    {
        if (answer.StatusCode != 200)
            throw HttpFailure.OfAnswer(answer, call, sender.Service);
    }
}
