namespace ElastAlert.RuleTypes.Windows;

/// <summary>Writes and reads the items of a queue.</summary>
/// <param name="Write">Writes an item of a time.</param>
/// <param name="Read">Reads an item of a time.</param>
/// <param name="BlockSize">How many items are saved together; fewer when they are large.</param>
/// <typeparam name="TItem">The type of the items.</typeparam>
internal sealed record ItemCodec<TItem>(Action<StateWriter, long, TItem> Write, Func<StateReader, long, TItem> Read, int BlockSize);
