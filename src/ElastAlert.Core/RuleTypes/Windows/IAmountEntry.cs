namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is an entry of an <see cref="AmountWindow{TEntry}"/>.</summary>
internal interface IAmountEntry
{
    /// <summary>Gets the amount of the entry.</summary>
    Amount Amount { get; }
}
