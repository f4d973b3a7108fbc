using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Finds the words in which a server says what went wrong.</summary>
internal static class ServerReason
{
    /// <summary>Returns type and reason of an error, a root cause or a shard failure, or null when there is none.</summary>
    public static string? Of(JsonElement failure)
    {
        if (failure.ValueKind == JsonValueKind.String)
            return failure.GetString();
        if (failure.ValueKind != JsonValueKind.Object)
            return null;
        if (failure.TryGetProperty("error", out var error))
            return Of(error);
        if (failure.TryGetProperty("reason", out var nested) && nested.ValueKind == JsonValueKind.Object)
            return Of(nested);
        return WithCauses(failure);
    }

    private static string? WithCauses(JsonElement error)
    {
        var parts = new List<string>();
        Add(parts, error);
        foreach (var cause in Items(error, "root_cause"))
            Add(parts, cause);
        foreach (var failure in Items(error, "failed_shards"))
            Add(parts, failure.TryGetProperty("reason", out var reason) ? reason : failure);
        for (var cause = error; cause.TryGetProperty("caused_by", out var deeper) && deeper.ValueKind == JsonValueKind.Object;)
        {
            Add(parts, deeper);
            cause = deeper;
        }

        return parts.Count > 0 ? string.Join("; ", parts) : null;
    }

    private static IEnumerable<JsonElement> Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    private static void Add(List<string> parts, JsonElement error)
    {
        var type = Text(error, "type");
        var reason = Text(error, "reason");
        var text = type is null || reason is null ? reason ?? type : $"{type}: {reason}";
        if (text is not null && !parts.Contains(text))
            parts.Add(text);
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? OneLine(value.GetString()!)
            : null;

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
