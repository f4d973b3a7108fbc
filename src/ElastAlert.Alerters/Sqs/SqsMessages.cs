using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Sqs;

/// <summary>Writes what a queue is sent: the rule, the matches, and the body as far as it fits.</summary>
internal static class SqsMessages
{
    private const int LongestText = 800_000;
    private const int LongestMessage = 1_048_576;

    public static string Of(Alert alert)
    {
        var message = Write(alert, TextCrop.Crop(alert.Body, LongestText, LongestText, "\n*message was cropped according to SQS limits!*"));
        return message.Length > LongestMessage ? Write(alert, "Text message omitted due to SQS size limit.") : message;
    }

    private static string Write(Alert alert, string text)
    {
        var message = new JsonObject
        {
            ["rule_name"] = alert.Rule.Name,
            ["matches"] = JsonNodes.List(alert.Matches.Select(static match => JsonNodes.Of(match.Fields))),
            ["text"] = text,
        };
        return PythonJson.Of(JsonElement.Parse(message.ToAscii()));
    }
}
