namespace ElastAlert.Embedded.Indexing;

/// <summary>Says how an index expression is resolved when something is missing.</summary>
/// <param name="IgnoreUnavailable">Missing names are left out.</param>
/// <param name="AllowNoIndices">A pattern without any index is no error.</param>
internal readonly record struct IndexOptions(bool IgnoreUnavailable, bool AllowNoIndices = true)
{
    public static readonly IndexOptions Default = new(IgnoreUnavailable: false);
}
