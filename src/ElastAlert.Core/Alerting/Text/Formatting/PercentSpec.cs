namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Is one conversion of a printf text: <c>%(name)#0- +width.precisiontype</c>.</summary>
internal sealed record PercentSpec
{
    /// <summary>Stands for a width or precision that is taken from the values.</summary>
    public const int FromArguments = -1;

    /// <summary>Gets the name of the value, or <see langword="null"/> for the next one.</summary>
    public string? Name { get; init; }

    public bool Alternate { get; init; }

    public bool ZeroPadded { get; init; }

    public bool LeftAligned { get; init; }

    /// <summary>Gets what stands before a number that is not negative: <c>+</c>, a space, or <c>\0</c>.</summary>
    public char Sign { get; init; }

    public int Width { get; init; }

    public int? Precision { get; init; }

    public char Type { get; init; }
}
