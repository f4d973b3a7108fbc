namespace ElastAlert.State.Writeback;

/// <summary>Says how the writeback indices are created.</summary>
public sealed record WritebackIndexOptions
{
    /// <summary>Gets the name of the writeback index.</summary>
    /// <value>The default is <c>elastalert_status</c>, as the reference asks for.</value>
    public string Index { get; init; } = "elastalert_status";

    /// <summary>Gets whether existing indices are deleted first, with everything that is in them.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Recreate { get; init; }

    /// <summary>Gets the writeback index whose documents are copied, with those of the indices beside it, or <see langword="null"/>.</summary>
    public string? OldIndex { get; init; }

    /// <summary>Gets the version that the server is taken for (<c>ES_VERSION</c>), or <see langword="null"/> to ask it.</summary>
    public string? Version { get; init; }
}
