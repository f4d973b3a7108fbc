using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;
using ElastAlert.Embedded.Searching;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Writes and deletes many documents; each one succeeds or fails on its own.</summary>
internal sealed class BulkEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("POST|PUT", "/_bulk"), new("POST|PUT", "/{index}/_bulk")];

    public override IReadOnlyList<string> Parameters { get; } = ["refresh", "timeout", "wait_for_active_shards", "require_alias"];

    public override bool Writes => true;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        var operations = BulkReader.Read(request.Body, request.Places.GetValueOrDefault("index"));
        if (operations.Count == 0)
            throw new RequestFailure(400, "action_request_validation_exception", "Validation Failed: 1: no requests added;");
        var outcomes = operations.Select(operation => Apply(operation, request.Flag("require_alias"))).ToList();
        writer.BeginObject();
        writer.Flag("errors", outcomes.Any(outcome => outcome.Failure is not null));
        writer.Number("took", 0);
        writer.BeginArray("items");
        foreach (var outcome in outcomes)
            Write(writer, outcome, request.Text("refresh") is "" or "true");
        writer.EndArray();
        writer.EndObject();
        return 200;
    }

    private BulkOutcome Apply(BulkOperation operation, bool requiresAlias)
    {
        try
        {
            var index = catalog.ForWriting(operation.Index, requiresAlias);
            var result = operation.Action switch
            {
                "delete" => index.Delete(operation.Id!, operation.Options),
                "update" => DocumentUpdate.Apply(index, operation.Id!, ParseUpdate(operation.Source), operation.Options),
                _ => index.Write(operation.Id, operation.Source, operation.Options with { OnlyCreate = operation.Action == "create" }),
            };
            return new BulkOutcome(operation, index, result, null);
        }
        catch (RequestFailure failure)
        {
            return new BulkOutcome(operation, null, default, failure);
        }
    }

    private static JsonElement ParseUpdate(ReadOnlyMemory<byte> source)
    {
        using var document = JsonDocument.Parse(source);
        return document.RootElement.Clone();
    }

    private static void Write(ResponseWriter writer, BulkOutcome outcome, bool isRefreshed)
    {
        writer.BeginObject();
        writer.BeginObject(outcome.Operation.Action);
        if (outcome.Failure is { } failure)
        {
            writer.Text("_index", outcome.Operation.Index);
            writer.Text("_id", outcome.Operation.Id);
            writer.Number("status", failure.Status);
            writer.BeginObject("error");
            FailureWriter.WriteReason(writer, failure);
            writer.EndObject();
        }
        else
        {
            WriteResultWriter.Write(writer, outcome.Index!, outcome.Result, isRefreshed);
            writer.Number("status", outcome.Result.Status);
        }

        writer.EndObject();
        writer.EndObject();
    }
}
