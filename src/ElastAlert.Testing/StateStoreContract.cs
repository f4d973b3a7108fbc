using ElastAlert.Testing.StateStores;

namespace ElastAlert.Testing;

/// <summary>Checks that a state store and its outbox keep what the engine relies on. Every store of the engine passes it; so should a host's own.</summary>
/// <remarks>
/// Made for any test framework: run each of <see cref="Checks"/> as one test, on a store of its own.
/// <code>
/// public static TheoryData&lt;string&gt; Checks =&gt; [.. StateStoreContract.Checks];
///
/// [Theory, MemberData(nameof(Checks))]
/// public Task KeepsTheContract(string check) =&gt; StateStoreContract.CheckAsync(check, OpenEmptyStore(), CancellationToken.None);
/// </code>
/// </remarks>
public static class StateStoreContract
{
    private static readonly Dictionary<string, Func<StateStoreSubject, CancellationToken, Task>> All = new(
        [
            .. CommitChecks.All,
            .. PartChecks.All,
            .. NameChecks.All,
            .. OutboxChecks.All,
            .. ConcurrencyChecks.All,
        ]);

    /// <summary>Gets the names of the checks, each a sentence about what must hold.</summary>
    public static IReadOnlyList<string> Checks { get; } = [.. All.Keys];

    /// <summary>Runs one check.</summary>
    /// <param name="check">One of <see cref="Checks"/>.</param>
    /// <param name="subject">A store in which nothing was committed yet.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="ContractException">The store does not keep the contract.</exception>
    public static Task CheckAsync(string check, StateStoreSubject subject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(subject);
        return All[check](subject, cancellationToken);
    }
}
