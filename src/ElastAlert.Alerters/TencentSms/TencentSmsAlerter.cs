using System.Globalization;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.TencentSms;

/// <summary>Sends text messages made of a template over Tencent Cloud.</summary>
internal sealed class TencentSmsAlerter(TencentSmsAlerterOptions options, AlertHttpSender sender) : IAlerter
{
    private const string Host = "sms.tencentcloudapi.com";

    private readonly AlertMemory<IReadOnlyList<string>> _taken = new();

    public async Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
    {
        var taken = _taken.Of(alert.Id) ?? [];
        var call = Call(alert, options.ToNumber.Except(taken));
        var answer = await sender.SendAsync(call, cancellationToken).ConfigureAwait(false);
        var result = TencentSmsAnswer.Read(answer) ?? throw HttpFailure.OfBody(answer, call, sender.Service, isTransient: true);
        if (result.Codes.Count > 0)
        {
            // Who has the message already does not get it again.
            _taken.Record(alert.Id, [.. taken, .. result.Taken]);
            throw HttpFailure.OfBody(answer, call, sender.Service, result.IsTransient);
        }

        _taken.Forget(alert.Id);
        return AlertReceipt.None;
    }

    private HttpCall Call(Alert alert, IEnumerable<string> numbers)
    {
        var call = HttpCall.PostJson($"https://{Host}/", Payload(alert, numbers));
        var now = sender.Clock.GetUtcNow();
        return call.Hiding(options.SecretKey, options.SecretId)
            .With("X-TC-Action", "SendSms")
            .With("X-TC-Version", "2021-01-11")
            .With("X-TC-Timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))
            .With("X-TC-Region", options.Region)
            .With("X-TC-Language", "en-US")
            .With("Authorization", TencentSignature.Authorize(options.SecretId, options.SecretKey, Host, "sms", call.Body!, now));
    }

    private JsonObject Payload(Alert alert, IEnumerable<string> numbers) => new()
    {
        ["SmsSdkAppId"] = options.SdkAppId,
        ["SignName"] = options.SignName,
        ["ExtendCode"] = "",
        ["PhoneNumberSet"] = JsonNodes.List(numbers),
        ["TemplateId"] = options.TemplateId,
        ["TemplateParamSet"] = JsonNodes.List(options.TemplateParameters.Select(pointer => Parameter(pointer, alert.Matches[0].Fields))),
    };

    private string Parameter(JsonPointer pointer, Document match) =>
        pointer.Find(match.ToJson()) is { } value ? PythonText.Of(value) : options.MissingText;
}
