namespace ElastAlert.RuleTypes.Windows;

/// <summary>Names the kinds of values that an entry of a window can have.</summary>
internal enum AmountKind : byte
{
    /// <summary>Nothing, such as the average of no documents.</summary>
    None,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number with a fraction.</summary>
    Fraction,
}
