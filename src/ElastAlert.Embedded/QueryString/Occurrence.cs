namespace ElastAlert.Embedded.QueryString;

/// <summary>Says how a clause counts.</summary>
internal enum Occurrence
{
    /// <summary>It may match.</summary>
    Optional,

    /// <summary>It must match.</summary>
    Required,

    /// <summary>It must not match.</summary>
    Prohibited,
}
