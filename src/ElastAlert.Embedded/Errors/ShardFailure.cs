namespace ElastAlert.Embedded.Errors;

/// <summary>Ends the search of one index; the other indices of the request are still searched.</summary>
internal sealed class ShardFailure(int status, string type, string reason) : RequestFailure(status, type, reason)
{
    public static new ShardFailure Illegal(string reason) => new(400, "illegal_argument_exception", reason);

    public static ShardFailure Query(string reason) => new(400, "query_shard_exception", reason);
}
