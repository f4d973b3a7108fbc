using System.Text.Json;

namespace ElastAlert.Sqlite;

/// <summary>Writes a receipt as a JSON object, and reads it again.</summary>
internal static class ReceiptText
{
    public static string? Write(AlertReceipt? receipt) => receipt is null
        ? null
        : JsonSerializer.Serialize(new Dictionary<string, string>(receipt.Values), ReceiptJson.Default.DictionaryStringString);

    public static AlertReceipt? Read(string? text) => text is null
        ? null
        : new AlertReceipt { Values = JsonSerializer.Deserialize(text, ReceiptJson.Default.DictionaryStringString)! };
}
