using System.Text.Json.Nodes;

namespace ElastAlert.IntegrationTests.Conformance;

/// <summary>Is an answer without what depends on the machine, the moment or the version.</summary>
internal sealed record ServerAnswer(int Status, JsonNode? Body)
{
    private static readonly HashSet<string> Ignored =
        ["took", "_shards", "max_score", "_score", "_type", "_scroll_id", "pit_id", "forced_refresh", "num_reduce_phases", "locale", "doc_count_error_upper_bound",
            "terminated_early", "print_format", "meta"];

    public static async Task<ServerAnswer> AskAsync(ISearchTransport transport, SearchRequest request)
    {
        await using var response = await transport.SendAsync(request, CancellationToken.None);
        using var reader = new StreamReader(response.Body);
        var text = await reader.ReadToEndAsync();
        return new ServerAnswer(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public string? Member(string name) => Body?[name]?.GetValue<string>();

    /// <summary>Gets the comparable part: of errors the kinds, of successes everything that a client acts on.</summary>
    public JsonNode? Comparable(bool isSorted, IReadOnlyCollection<string> without)
    {
        if (Body is JsonObject { } failed && failed["error"] is JsonObject error)
            return new JsonObject { ["error"] = Kind(error), ["failed"] = true };
        var copy = Body?.DeepClone();
        Strip(copy, without);
        if (!isSorted && copy?["hits"]?["hits"] is JsonArray hits)
            copy["hits"]!["hits"] = new JsonArray([.. hits.OrderBy(hit => hit!["_id"]?.ToString(), StringComparer.Ordinal).Select(hit => hit!.DeepClone())]);
        return copy;
    }

    // Most kinds of refusals have other names in other versions; that it is a refusal, a conflict or a lack shows in the status.
    private static string Kind(JsonObject error)
    {
        var kind = error["type"]!.GetValue<string>();
        return kind is "index_not_found_exception" or "version_conflict_engine_exception" or "search_phase_execution_exception"
            or "resource_already_exists_exception" or "invalid_index_name_exception" or "document_missing_exception" ? kind : "other";
    }

    private static void Strip(JsonNode? node, IReadOnlyCollection<string> without)
    {
        if (node is JsonObject members)
        {
            foreach (var name in members.Select(member => member.Key).Where(name => Ignored.Contains(name) || without.Contains(name)).ToList())
                members.Remove(name);
            if (members["error"] is JsonObject error)
                members["error"] = Kind(error);
            foreach (var member in members)
                Strip(member.Value, without);
        }
        else if (node is JsonArray elements)
        {
            foreach (var element in elements)
                Strip(element, without);
        }
    }
}
