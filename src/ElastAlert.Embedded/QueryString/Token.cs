namespace ElastAlert.Embedded.QueryString;

/// <summary>Is one part of a query string as it is written.</summary>
internal readonly record struct Token(TokenKind Kind, string Text)
{
    /// <summary>Gets the range when this is one.</summary>
    public RangeToken? Range { get; init; }
}
