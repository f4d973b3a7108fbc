namespace ElastAlert;

/// <summary>Names the ways in which a rule asks for its data.</summary>
public enum QueryKind
{
    /// <summary>The documents themselves.</summary>
    Hits,

    /// <summary>Their number (<c>use_count_query</c>).</summary>
    Count,

    /// <summary>Their number per value of the query key (<c>use_terms_query</c>).</summary>
    Terms,

    /// <summary>An aggregation that the rule type supplies.</summary>
    Aggregation,
}
