namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is a full run of items of a <see cref="TimeQueue{TItem}"/>, which is saved on its own, since it seldom changes.</summary>
/// <param name="codec">Writes and reads the items.</param>
/// <param name="content">The items.</param>
/// <typeparam name="TItem">What is held beside its time.</typeparam>
internal sealed class QueueBlock<TItem>(ItemCodec<TItem> codec, TimedItems<TItem> content) : StateRecord
{
    private TimedItems<TItem> _content = content;

    /// <summary>Gets the items.</summary>
    public ref TimedItems<TItem> Content => ref _content;

    /// <summary>Gets or sets the block before.</summary>
    public QueueBlock<TItem>? Older { get; set; }

    /// <summary>Gets or sets the block after.</summary>
    public QueueBlock<TItem>? Newer { get; set; }

    /// <inheritdoc/>
    public override void Write(StateWriter writer)
    {
        writer.Number((long)StateRecordKind.Block);
        _content.Write(writer, codec);
    }
}
