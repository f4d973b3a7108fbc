using System.Text.Json.Serialization;

namespace ElastAlert.Sqlite;

/// <summary>Knows at build time how the values of a receipt are written.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class ReceiptJson : JsonSerializerContext;
