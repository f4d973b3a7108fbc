using System.Text.Json;

namespace ElastAlert.KillTests;

/// <summary>Is a document of the history.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id.</param>
/// <param name="Content">What it says.</param>
internal sealed record HistoryRecord(HistoryKind Kind, string Id, JsonElement Content);
