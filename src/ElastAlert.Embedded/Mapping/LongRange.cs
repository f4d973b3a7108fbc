namespace ElastAlert.Embedded.Mapping;

/// <summary>Is a range of encoded values, both ends included; empty when the first is above the last.</summary>
internal readonly record struct LongRange(long First, long Last)
{
    public static readonly LongRange None = new(1, 0);

    public bool IsEmpty => First > Last;

    public bool Contains(long value) => value >= First && value <= Last;
}
