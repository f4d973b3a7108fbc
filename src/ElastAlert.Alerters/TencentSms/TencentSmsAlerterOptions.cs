using ElastAlert.Alerters.Http;
using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.TencentSms;

/// <summary>Holds the options of the <c>tencent_sms</c> alerter.</summary>
internal sealed class TencentSmsAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the name of the key.</summary>
    public string SecretId { get; init; } = "";

    /// <summary>Gets the key.</summary>
    public string SecretKey { get; init; } = "";

    /// <summary>Gets the application.</summary>
    public string SdkAppId { get; init; } = "";

    /// <summary>Gets the numbers that receive the message.</summary>
    public IReadOnlyList<string> ToNumber { get; init; } = [];

    /// <summary>Gets the region.</summary>
    /// <value>The default is <c>ap-guangzhou</c>.</value>
    public string Region { get; init; } = "ap-guangzhou";

    /// <summary>Gets the signature of messages, or <see langword="null"/> for none.</summary>
    public string? SignName { get; init; }

    /// <summary>Gets the template.</summary>
    public string TemplateId { get; init; } = "";

    /// <summary>Gets where the parameters of the template are in the first match.</summary>
    public IReadOnlyList<JsonPointer> TemplateParameters { get; init; } = [];

    /// <summary>Gets what stands for a parameter that is not there.</summary>
    public string MissingText { get; init; } = ArgumentValues.MissingText;

    /// <summary>Gets how Tencent Cloud is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static TencentSmsAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        SecretId = reader.Text("tencent_sms_secret_id", ""),
        SecretKey = reader.Text("tencent_sms_secret_key", ""),
        SdkAppId = reader.Text("tencent_sms_sdk_appid", ""),
        ToNumber = reader.Texts("tencent_sms_to_number"),
        Region = reader.Text("tencent_sms_region", "ap-guangzhou"),
        SignName = reader.Text("tencent_sms_sign_name"),
        TemplateId = reader.Text("tencent_sms_template_id", ""),
        TemplateParameters = [.. reader.Texts("tencent_sms_template_parm").Select(text => Pointer(reader, text)).OfType<JsonPointer>()],
        MissingText = reader.Text("alert_missing_value", ArgumentValues.MissingText),
        Http = AlerterHttpOptions.Read(reader, "tencent_sms_"),
    };

    private static JsonPointer? Pointer(AlerterOptionReader reader, string text)
    {
        if (JsonPointer.TryParse(text, out var pointer))
            return pointer;
        reader.Error("tencent_sms_template_parm", $"has '{text}', which is no JSON pointer.", "Write /field, or /object/field.");
        return null;
    }
}
