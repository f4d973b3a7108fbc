namespace ElastAlert.Configuration.Schema;

/// <summary>Is a part of a value that is not as expected: the part, its path below the option, and the words for what is expected.</summary>
internal sealed record Mismatch(OptionValue Value, string Path, string Expected)
{
    /// <summary>Gets where the part stands, when it is a member's name and not its value.</summary>
    public SourceLocation? KeyLocation { get; init; }

    public Mismatch Below(string step) => this with { Path = step + Path };
}
