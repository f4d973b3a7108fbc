using System.Buffers;
using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;
using ElastAlert.Embedded.Searching;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Finds the endpoint for a request and gives its answer, or the error, as a response.</summary>
internal sealed class Router(Catalog catalog, IReadOnlyList<Endpoint> endpoints)
{
    private static readonly string[] CommonParameters = ["filter_path", "pretty", "human", "error_trace", "format"];

    public SearchResponse Send(SearchRequest request)
    {
        var parsed = new EmbeddedRequest(request);
        var buffer = new PooledBuffer();
        var status = TryAnswer(parsed, buffer, out var failure);
        if (failure is not null)
        {
            buffer.Dispose();
            buffer = new PooledBuffer();
            status = WriteFailure(failure, buffer);
        }

        var body = parsed.Method == "HEAD" ? Stream.Null : buffer.OpenRead();
        return new SearchResponse(status, body, buffer) { ContentType = "application/json" };
    }

    private int TryAnswer(EmbeddedRequest request, PooledBuffer buffer, out RequestFailure? failure)
    {
        failure = null;
        try
        {
            return Answer(request, buffer);
        }
        catch (RequestFailure known)
        {
            failure = known;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException)
        {
            // What the readers of JSON throw when a part of the body is missing or of another kind.
            failure = new RequestFailure(400, "x_content_parse_exception", exception.Message);
        }

        return 0;
    }

    private int Answer(EmbeddedRequest request, PooledBuffer buffer)
    {
        var endpoint = Find(request);
        Check(endpoint, request);
        using var writer = new ResponseWriter(buffer, Filter(request));
        int Run() => endpoint.Answer(request, writer);
        var status = endpoint.Writes ? catalog.Write(Run) : catalog.Read(Run);
        writer.Flush();
        if (buffer.Written.IsEmpty)
            buffer.Write("{}"u8);
        return status;
    }

    private Endpoint Find(EmbeddedRequest request)
    {
        var pathIsKnown = false;
        foreach (var endpoint in endpoints)
        {
            foreach (var route in endpoint.Routes)
            {
                if (route.Match(request.Segments) is not { } places)
                    continue;
                pathIsKnown = true;
                if (!route.AcceptsMethod(request.Method))
                    continue;
                request.Places = places;
                return endpoint;
            }
        }

        throw pathIsKnown
            ? new RequestFailure(405, "unsupported_by_embedded", $"Incorrect HTTP method for uri [{request.Path}] and method [{request.Method}]")
            : RequestFailure.Unsupported($"the request [{request.Method} {request.Path}]");
    }

    private static void Check(Endpoint endpoint, EmbeddedRequest request)
    {
        foreach (var name in request.ParameterNames)
        {
            if (!CommonParameters.Contains(name) && !endpoint.Parameters.Contains(name))
                throw RequestFailure.Unsupported($"the parameter [{name}] in the request [{request.Method} {request.Path}]");
        }
    }

    private static PathFilter Filter(EmbeddedRequest request)
    {
        if (request.Text("filter_path") is not { Length: > 0 } text)
            return PathFilter.All;
        var paths = text.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return PathFilter.Create(
            [.. paths.Where(path => !path.StartsWith('-'))],
            [.. paths.Where(path => path.StartsWith('-')).Select(path => path[1..])]);
    }

    private static int WriteFailure(RequestFailure failure, PooledBuffer buffer)
    {
        using var writer = new ResponseWriter(buffer, PathFilter.All);
        FailureWriter.Write(writer, failure);
        writer.Flush();
        return failure.Status;
    }
}
