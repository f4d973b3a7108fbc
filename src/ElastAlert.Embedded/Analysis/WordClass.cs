namespace ElastAlert.Embedded.Analysis;

/// <summary>Names what a character means for the border of words (Unicode annex 29).</summary>
internal enum WordClass
{
    /// <summary>Parts words.</summary>
    Other,

    /// <summary>Belongs to a word of letters.</summary>
    Letter,

    /// <summary>Belongs to a number.</summary>
    Numeric,

    /// <summary>Joins letters, digits and Katakana, as the underscore does.</summary>
    Connector,

    /// <summary>Belongs to a word of Katakana.</summary>
    Katakana,

    /// <summary>Is a word of its own: Han and Hiragana.</summary>
    Ideograph,

    /// <summary>Belongs to the character before it.</summary>
    Extend,

    /// <summary>Stays inside a word between two letters.</summary>
    MidLetter,

    /// <summary>Stays inside a number between two digits.</summary>
    MidNumber,

    /// <summary>Stays inside a word between two letters and inside a number between two digits.</summary>
    MidBoth,
}
