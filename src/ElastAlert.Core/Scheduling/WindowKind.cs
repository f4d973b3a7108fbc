namespace ElastAlert.Scheduling;

/// <summary>Names the ways in which the windows of consecutive runs follow each other.</summary>
internal enum WindowKind
{
    /// <summary>Every run looks back over the buffer time; documents seen before are told apart by their id.</summary>
    Overlapping,

    /// <summary>Every run begins where the one before ended: counts and terms.</summary>
    Contiguous,

    /// <summary>Windows of whole segments, whose rest is left for the next run: aggregations.</summary>
    Aggregation,
}
