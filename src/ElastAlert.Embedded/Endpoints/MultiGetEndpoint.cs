using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Fetching;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Responses;
using ElastAlert.Embedded.Searching;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Gets several documents by their ids.</summary>
internal sealed class MultiGetEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("GET|POST", "/_mget"), new("GET|POST", "/{index}/_mget")];

    public override IReadOnlyList<string> Parameters { get; } = [.. SharedParameters.Source, "realtime", "refresh", "preference"];

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        var filter = DocumentWriter.ReadFilter(request);
        var wanted = request.RequireBody().EnumerateObject().SelectMany(part => Wanted(part, request, filter)).ToList();
        if (wanted.Count == 0)
            throw new RequestFailure(400, "action_request_validation_exception", "Validation Failed: 1: no documents to get;");
        writer.BeginObject();
        writer.BeginArray("docs");
        foreach (var (index, id, source) in wanted)
            Write(writer, index, id, source);
        writer.EndArray();
        writer.EndObject();
        return 200;
    }

    private static IEnumerable<(string Index, string Id, SourceFilter Source)> Wanted(JsonProperty part, EmbeddedRequest request, SourceFilter filter) => part.Name switch
    {
        "ids" => part.Value.EnumerateArray().Select(id => (request.Index, Scalars.Text(id), filter)),
        "docs" => part.Value.EnumerateArray().Select(document => ReadDocument(document, request, filter)),
        _ => throw RequestFailure.Parsing($"unknown key [{part.Name}] for a START_ARRAY, expected [docs] or [ids]"),
    };

    private static (string Index, string Id, SourceFilter Source) ReadDocument(JsonElement document, EmbeddedRequest request, SourceFilter filter)
    {
        var (index, id, source) = (request.Index, "", filter);
        foreach (var part in document.EnumerateObject())
        {
            switch (part.Name)
            {
                case "_index":
                    index = part.Value.GetString()!;
                    break;
                case "_id":
                    id = Scalars.Text(part.Value);
                    break;
                case "_source":
                    source = SourceFilter.Read(part.Value);
                    break;
                default:
                    throw RequestFailure.Unsupported($"[{part.Name}] in the documents of [_mget]");
            }
        }

        return (index, id, source);
    }

    private void Write(ResponseWriter writer, string indexName, string id, SourceFilter source)
    {
        writer.BeginObject();
        try
        {
            DocumentWriter.Write(writer, SingleIndex.Find(catalog, indexName), id, source);
        }
        catch (RequestFailure failure)
        {
            WriteFailure(writer, indexName, id, failure);
        }

        writer.EndObject();
    }

    private static void WriteFailure(ResponseWriter writer, string index, string id, RequestFailure failure)
    {
        writer.Text("_index", index);
        writer.Text("_id", id);
        writer.BeginObject("error");
        writer.BeginArray("root_cause");
        writer.BeginObject();
        FailureWriter.WriteReason(writer, failure);
        writer.EndObject();
        writer.EndArray();
        FailureWriter.WriteReason(writer, failure);
        writer.EndObject();
    }
}
