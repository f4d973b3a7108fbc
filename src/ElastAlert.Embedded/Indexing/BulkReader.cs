using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Indexing;

/// <summary>Reads the lines of a bulk request.</summary>
internal static class BulkReader
{
    public static IReadOnlyList<BulkOperation> Read(ReadOnlyMemory<byte> body, string? defaultIndex)
    {
        var operations = new List<BulkOperation>();
        var lines = new LineReader(body);
        while (lines.TryRead(out var line))
        {
            if (line.IsEmpty)
                continue;
            var operation = ReadAction(line, defaultIndex);
            if (operation.Action == "delete")
                operations.Add(operation);
            else if (lines.TryRead(out var source))
                operations.Add(operation with { Source = source });
            else
                throw RequestFailure.Illegal("The bulk request must be terminated by a newline [\\n]");
        }

        return operations;
    }

    private static BulkOperation ReadAction(ReadOnlyMemory<byte> line, string? defaultIndex)
    {
        using var document = JsonDocument.Parse(line);
        var (action, body) = document.RootElement.EnumerateObject().Single() is var only ? (only.Name, only.Value) : default;
        if (action is not ("index" or "create" or "delete" or "update"))
            throw RequestFailure.Illegal($"Malformed action/metadata line, expected field [create], [delete], [index] or [update] but found [{action}]");
        string? index = defaultIndex, id = null;
        var options = default(WriteOptions);
        foreach (var part in body.EnumerateObject())
        {
            switch (part.Name)
            {
                case "_index":
                    index = part.Value.GetString();
                    break;
                case "_id" when part.Value.ValueKind != JsonValueKind.Null:
                    id = Scalars.Text(part.Value);
                    break;
                case "_id" or "retry_on_conflict" or "require_alias" when part.Value.ValueKind != JsonValueKind.True:
                    break;
                case "if_seq_no":
                    options = options with { IfSequenceNumber = part.Value.GetInt64() };
                    break;
                case "if_primary_term":
                    options = options with { IfPrimaryTerm = part.Value.GetInt64() };
                    break;
                default:
                    throw RequestFailure.Unsupported($"[{part.Name}] in an action of a bulk request");
            }
        }

        if (action is "delete" or "update" && id is null)
            throw new RequestFailure(400, "action_request_validation_exception", "Validation Failed: 1: id is missing;");
        return new BulkOperation(action, index ?? throw new RequestFailure(400, "action_request_validation_exception", "Validation Failed: 1: index is missing;"), id, options);
    }
}
