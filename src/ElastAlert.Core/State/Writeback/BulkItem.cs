namespace ElastAlert.State.Writeback;

/// <summary>Is what became of one operation of a bulk request.</summary>
/// <param name="Id">The id of the document.</param>
/// <param name="Status">The HTTP status of the operation.</param>
/// <param name="Reason">Why it failed, or <see langword="null"/>.</param>
internal readonly record struct BulkItem(string Id, int Status, string? Reason)
{
    public bool IsConflict => Status == 409;

    public bool IsMissing => Status == 404;

    public bool IsFailure => Reason is not null && !IsConflict && !IsMissing;

    public bool IsTransient => Status is 429 or >= 500;
}
