using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Testing;

namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Is how a server says no: to each operation of a bulk request where the index or the document is the reason, else to the whole request.</summary>
internal static class Refusal
{
    public static SearchResponse Of(SearchRequest request, int status, string type, string reason)
    {
        var error = new JsonObject { ["type"] = type, ["reason"] = reason };
        return request.Path.Contains("_bulk", StringComparison.Ordinal) && type is ("cluster_block_exception" or "document_parsing_exception")
            ? ScriptedSearchTransport.Json(new JsonObject { ["errors"] = true, ["items"] = Items(request, status, error) }.ToJsonString())
            : ScriptedSearchTransport.Json(new JsonObject { ["error"] = error, ["status"] = status }.ToJsonString(), status);
    }

    private static JsonArray Items(SearchRequest request, int status, JsonObject error)
    {
        var items = new JsonArray();
        foreach (var range in request.Body.Span.Split((byte)'\n'))
        {
            if (request.Body.Span[range].IsEmpty)
                continue;
            var (action, target) = JsonElement.Parse(request.Body.Span[range]).EnumerateObject().Select(static member => (member.Name, member.Value)).FirstOrDefault();
            if (action is "create" or "index" or "update" or "delete" && target.ValueKind == JsonValueKind.Object && target.TryGetProperty("_id", out var id))
                items.Add(new JsonObject { [action] = new JsonObject { ["_id"] = id.GetString(), ["status"] = status, ["error"] = error.DeepClone() } });
        }

        return items;
    }
}
