namespace ElastAlert;

/// <summary>Is a span of time that is open at its start and closed at its end: <c>(Start, End]</c>.</summary>
/// <param name="Start">The moment after which the span begins.</param>
/// <param name="End">The last moment of the span.</param>
public readonly record struct TimeWindow(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Gets the length of the span.</summary>
    public TimeSpan Duration => End - Start;

    /// <summary>Returns whether a moment lies in the span.</summary>
    /// <param name="moment">The moment.</param>
    public bool Contains(DateTimeOffset moment) => moment > Start && moment <= End;

    /// <summary>Returns the span in the notation <c>(start → end]</c>.</summary>
    public override string ToString() => $"({Values.IsoTime.Format(Start)} → {Values.IsoTime.Format(End)}]";
}
