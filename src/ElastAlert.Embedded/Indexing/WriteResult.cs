namespace ElastAlert.Embedded.Indexing;

/// <summary>Says what became of a write.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Outcome"><c>created</c>, <c>updated</c>, <c>deleted</c>, <c>not_found</c> or <c>noop</c>.</param>
/// <param name="Version">The document's version afterwards.</param>
/// <param name="SequenceNumber">The number of the operation.</param>
internal readonly record struct WriteResult(string Id, string Outcome, long Version, long SequenceNumber)
{
    public const long PrimaryTerm = 1;

    public int Status => Outcome switch
    {
        "created" => 201,
        "not_found" => 404,
        _ => 200,
    };
}
