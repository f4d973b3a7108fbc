namespace ElastAlert.Embedded.Errors;

/// <summary>Ends a request with an error that is answered in the shape Elasticsearch gives it.</summary>
internal class RequestFailure(int status, string type, string reason) : Exception(reason)
{
    public int Status { get; } = status;

    public string Type { get; } = type;

    public string? Index { get; init; }

    public RequestFailure? Cause { get; init; }

    public static RequestFailure Unsupported(string feature) =>
        new(400, "unsupported_by_embedded", $"The embedded server does not support {feature}.");

    public static RequestFailure Illegal(string reason) => new(400, "illegal_argument_exception", reason);

    public static RequestFailure Parsing(string reason) => new(400, "parsing_exception", reason);
}
