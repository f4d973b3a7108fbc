using System.Text.Json;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.TencentSms;

/// <summary>Is what became of a message, number by number.</summary>
/// <param name="Taken">The numbers that it was sent to.</param>
/// <param name="Codes">The codes that say no: of the request, or of single numbers.</param>
internal sealed record TencentSmsAnswer(IReadOnlyList<string> Taken, IReadOnlyList<string> Codes)
{
    private static readonly string[] TransientCodes = ["RequestLimitExceeded", "LimitExceeded", "InternalError", "ResourceInsufficient", "ResourceUnavailable"];

    /// <summary>Gets whether trying again can help with any of the codes.</summary>
    public bool IsTransient => Codes.Any(static code => TransientCodes.Contains(code.Split('.')[0]));

    /// <summary>Reads an answer; <see langword="null"/> when it is none of the service.</summary>
    public static TencentSmsAnswer? Read(HttpAnswer answer)
    {
        var response = Member(answer.Json(), "Response");
        if (Member(response, "Error") is { } error)
            return new TencentSmsAnswer([], [Text(error, "Code")]);
        if (Member(response, "SendStatusSet") is not { ValueKind: JsonValueKind.Array } set)
            return null;
        var statuses = set.EnumerateArray().Select(static status => (Code: Text(status, "Code"), Number: Text(status, "PhoneNumber"))).ToList();
        return new TencentSmsAnswer(
            [.. statuses.Where(static status => status.Code == "Ok").Select(static status => status.Number)],
            [.. statuses.Where(static status => status.Code != "Ok").Select(static status => status.Code)]);
    }

    private static JsonElement? Member(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var member) ? member : null;

    private static string Text(JsonElement value, string name) => Member(value, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
}
