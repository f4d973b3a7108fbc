namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is an entry of an <see cref="AmountWindow{TEntry}"/>.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
internal interface IAmountEntry<TSelf> : IQueueItem<TSelf>
    where TSelf : struct, IAmountEntry<TSelf>
{
    /// <summary>Gets the amount of the entry.</summary>
    Amount Amount { get; }
}
