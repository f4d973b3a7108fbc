namespace ElastAlert.RuleTypes.Windows;

/// <summary>Makes, writes, reads and gives up what a rule type remembers about a key.</summary>
/// <typeparam name="TState">The type of what is remembered.</typeparam>
internal sealed record StateCodec<TState>
{
    /// <summary>Gets what makes it for a new key.</summary>
    public required Func<TState> Create { get; init; }

    /// <summary>Gets what writes it.</summary>
    public required Action<StateWriter, TState> Write { get; init; }

    /// <summary>Gets what reads it into a new one.</summary>
    public required Action<StateReader, RestoredRecords, TState> Read { get; init; }

    /// <summary>Gets what gives up the blocks that it saves on their own, if there are any.</summary>
    public Action<TState>? Release { get; init; }
}
