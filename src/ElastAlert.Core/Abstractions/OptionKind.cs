namespace ElastAlert;

/// <summary>Names the kinds of values that a YAML file can hold.</summary>
public enum OptionKind
{
    /// <summary>No value: <c>~</c>, <c>null</c> or nothing.</summary>
    Null,

    /// <summary>A truth value.</summary>
    Boolean,

    /// <summary>A number without a fraction.</summary>
    WholeNumber,

    /// <summary>A number written with a fraction or an exponent.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A date, or a date with a time.</summary>
    Date,

    /// <summary>A list.</summary>
    List,

    /// <summary>A mapping.</summary>
    Map,
}
