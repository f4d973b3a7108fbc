using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Indexing;

/// <summary>Changes a part of a document.</summary>
internal static class DocumentUpdate
{
    public static WriteResult Apply(SearchIndex index, string id, JsonElement body, WriteOptions options)
    {
        JsonElement? part = null;
        JsonElement? upsert = null;
        var partIsUpsert = false;
        foreach (var member in body.EnumerateObject())
        {
            switch (member.Name)
            {
                case "doc":
                    part = member.Value;
                    break;
                case "upsert":
                    upsert = member.Value;
                    break;
                case "doc_as_upsert":
                    partIsUpsert = member.Value.GetBoolean();
                    break;
                default:
                    throw RequestFailure.Unsupported($"[{member.Name}] in an update");
            }
        }

        if (index.Find(id) is { } place)
            return Merge(index, id, place, part ?? throw RequestFailure.Unsupported("an update without [doc]"), options);
        return (partIsUpsert ? part : upsert) is { } created
            ? index.Write(id, Encoding.UTF8.GetBytes(created.GetRawText()), options)
            : throw new RequestFailure(404, "document_missing_exception", $"[{id}]: document missing") { Index = index.Name };
    }

    private static WriteResult Merge(SearchIndex index, string id, int place, JsonElement part, WriteOptions options)
    {
        var current = index.Segment[place];
        var merged = JsonNode.Parse(current.Source.Span)!.AsObject();
        if (!Merge(merged, JsonNode.Parse(part.GetRawText())!.AsObject()))
            return new WriteResult(id, "noop", current.Version, current.SequenceNumber);
        return index.Write(id, Encoding.UTF8.GetBytes(merged.ToJsonString()), options);
    }

    private static bool Merge(JsonObject target, JsonObject changes)
    {
        var changed = false;
        foreach (var (name, value) in changes)
        {
            if (value is JsonObject inner && target[name] is JsonObject existing)
            {
                changed |= Merge(existing, inner);
            }
            else if (!target.ContainsKey(name) || !JsonNode.DeepEquals(target[name], value))
            {
                target[name] = value?.DeepClone();
                changed = true;
            }
        }

        return changed;
    }
}
