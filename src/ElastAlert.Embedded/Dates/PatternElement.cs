namespace ElastAlert.Embedded.Dates;

/// <summary>Is one run of the same letter in a date pattern, or a literal text.</summary>
internal sealed record PatternElement(char Letter, int Count, string Text)
{
    public const char Literal = '\0';

    /// <summary>Gets whether another letter follows at once, so that exactly <see cref="Count"/> digits belong to this one.</summary>
    public bool IsAdjacent { get; init; }
}
