namespace ElastAlert.RuleTypes.Windows;

/// <summary>Names what of a window is compared.</summary>
internal enum SpikeMeasure
{
    /// <summary>The sum of the entries.</summary>
    Sum,

    /// <summary>The mean of the entries.</summary>
    Mean,

    /// <summary>The smallest entry.</summary>
    Smallest,

    /// <summary>The greatest entry.</summary>
    Greatest,
}
