using System.Text.Json;

namespace ElastAlert.RuleTypes;

/// <summary>Writes a number as a pattern says.</summary>
/// <param name="value">The number.</param>
internal delegate string NumberFormatter(JsonElement value);
