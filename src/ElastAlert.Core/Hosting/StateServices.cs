namespace ElastAlert.Hosting;

/// <summary>Is where an engine keeps what it must know: a store for state and alerts, and a place for the record.</summary>
/// <param name="Store">Keeps the state of the rules.</param>
/// <param name="Outbox">Keeps the alerts until they are settled; usually the same object.</param>
/// <param name="History">Keeps the record, or <see langword="null"/> for the writeback index, where one is configured.</param>
/// <param name="Silences">Finds silences written by others, or <see langword="null"/> for those of the writeback index.</param>
public sealed record StateServices(IStateStore Store, IOutbox Outbox, IHistory? History = null, ISilenceSource? Silences = null);
