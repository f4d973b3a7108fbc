namespace ElastAlert.Testing;

/// <summary>Is a state store with its outbox, to be checked by <see cref="StateStoreContract"/>.</summary>
/// <param name="Store">The store.</param>
/// <param name="Outbox">The outbox that its commits fill.</param>
public sealed record StateStoreSubject(IStateStore Store, IOutbox Outbox)
{
    /// <summary>Gets what opens the same state a second time, as another process would; without it, the same objects are used again.</summary>
    public Func<StateStoreSubject>? Reopen { get; init; }

    internal StateStoreSubject OpenAgain() => Reopen?.Invoke() ?? this;
}
