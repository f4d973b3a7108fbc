using ElastAlert.State.InMemory;
using ElastAlert.Testing.StateStores;

namespace ElastAlert.Testing;

/// <summary>Does the same to a store and to the one in memory, and checks that they cannot be told apart: for property tests.</summary>
public static class StateStoreScript
{
    /// <summary>Plays a script. Any bytes are one: two of them are a commit, a repetition, a conflict, a record of a delivery, or a restart.</summary>
    /// <param name="subject">A store in which nothing was committed yet.</param>
    /// <param name="script">The script.</param>
    /// <param name="cancellationToken">Ends the play.</param>
    /// <exception cref="ContractException">The store did something else than the one in memory.</exception>
    public static async Task PlayAsync(StateStoreSubject subject, ReadOnlyMemory<byte> script, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var expected = new InMemoryStateStore();
        var player = new ScriptPlayer(subject, new StateStoreSubject(expected, expected));
        for (var i = 0; i + 1 < script.Length; i += 2)
        {
            await player.StepAsync(script.Span[i], script.Span[i + 1], cancellationToken).ConfigureAwait(false);
            await player.CompareAsync(cancellationToken).ConfigureAwait(false);
        }

        player.Reopen();
        await player.CompareAsync(cancellationToken).ConfigureAwait(false);
    }
}
