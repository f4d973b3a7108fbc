namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Holds the values that a format text asks for.</summary>
/// <param name="Positional">The values asked for by place.</param>
/// <param name="Named">The values asked for by name.</param>
internal sealed record FormatArguments(IReadOnlyList<object?> Positional, IReadOnlyDictionary<string, object?> Named)
{
    private static readonly Dictionary<string, object?> NoNames = [];

    /// <summary>Gets the greatest length that the text may grow to.</summary>
    public int MaxLength { get; init; } = int.MaxValue;

    /// <summary>Creates arguments by place only.</summary>
    public static FormatArguments Of(params IReadOnlyList<object?> positional) => new(positional, NoNames);

    /// <summary>Creates arguments by name only.</summary>
    public static FormatArguments Of(IReadOnlyDictionary<string, object?> named) => new([], named);
}
