namespace ElastAlert.Embedded.QueryString;

/// <summary>Names the parts of a query string.</summary>
internal enum TokenKind
{
    /// <summary>Is the end of the text.</summary>
    End,

    /// <summary>Is <c>AND</c> or <c>&amp;&amp;</c>.</summary>
    And,

    /// <summary>Is <c>OR</c> or <c>||</c>.</summary>
    Or,

    /// <summary>Is <c>NOT</c> or <c>!</c>.</summary>
    Not,

    /// <summary>Is <c>+</c> before a clause.</summary>
    Plus,

    /// <summary>Is <c>-</c> before a clause.</summary>
    Minus,

    /// <summary>Is an operator with white space behind it, which is taken as a word.</summary>
    BareOperator,

    /// <summary>Opens a group.</summary>
    Open,

    /// <summary>Closes a group.</summary>
    Close,

    /// <summary>Parts a field from what is searched in it.</summary>
    Colon,

    /// <summary>Is a lone <c>*</c>.</summary>
    Star,

    /// <summary>Is <c>^</c> with a number, which changes scores only.</summary>
    Boost,

    /// <summary>Is <c>~</c>, with or without a number.</summary>
    Fuzzy,

    /// <summary>Is text in quotation marks.</summary>
    Quoted,

    /// <summary>Is a word.</summary>
    Term,

    /// <summary>Is a word that ends in <c>*</c>.</summary>
    Prefix,

    /// <summary>Is a word with <c>*</c> or <c>?</c> anywhere.</summary>
    Wildcard,

    /// <summary>Is text between slashes.</summary>
    Regex,

    /// <summary>Is a whole range in brackets.</summary>
    Range,
}
