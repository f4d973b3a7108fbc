namespace ElastAlert.RuleTypes.NewTerm;

/// <summary>Is a term that is a text, before it is known whether it is new.</summary>
/// <param name="text">The text.</param>
/// <param name="isStandIn">Whether it stands for what is no single value.</param>
internal readonly ref struct TermText(ReadOnlySpan<char> text, bool isStandIn)
{
    /// <summary>Gets the text.</summary>
    public ReadOnlySpan<char> Text { get; } = text;

    /// <summary>Gets whether it stands for what is no single value.</summary>
    public bool IsStandIn { get; } = isStandIn;
}
