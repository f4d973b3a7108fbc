namespace ElastAlert.Search;

/// <summary>Names what a token of an answer means for its hits.</summary>
internal enum HitToken
{
    /// <summary>It is somewhere within a hit, or outside of all of them.</summary>
    Other,

    /// <summary>The array of the hits begins.</summary>
    ArrayStart,

    /// <summary>A hit begins.</summary>
    HitStart,

    /// <summary>A hit ends.</summary>
    HitEnd,

    /// <summary>The array of the hits ends.</summary>
    ArrayEnd,
}
