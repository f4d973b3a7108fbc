using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Indexing;

/// <summary>Turns an error answer into an exception for a caller who did not send a request.</summary>
internal static class LoadFailure
{
    public static SearchException From(RequestFailure failure, string? place = null)
    {
        var cause = failure.Cause is { } inner ? $": {inner.Message}" : "";
        return new SearchException($"{(place is null ? "" : place + ": ")}{failure.Message}{cause} ({failure.Type})", failure) { StatusCode = failure.Status };
    }
}
