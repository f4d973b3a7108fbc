namespace ElastAlert.Embedded.Mapping;

/// <summary>Says what happens to a field that the mapping does not have.</summary>
internal enum DynamicMode
{
    /// <summary>It is added.</summary>
    Add,

    /// <summary>It is stored, but cannot be searched.</summary>
    Ignore,

    /// <summary>The document is refused.</summary>
    Refuse,
}
