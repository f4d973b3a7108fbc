using ElastAlert.Embedded;
using ElastAlert.State.Writeback;
using ElastAlert.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.IntegrationTests.State;

public sealed class StateStorePropertyTests
{
    [Fact]
    public void Play_AnySequence_WritebackDoesWhatMemoryDoes() => Prop.ForAll<byte[]>(Play).QuickCheckThrowOnFailure();

    private static void Play(byte[] script)
    {
        using var search = new EmbeddedSearch();
        StateStoreSubject Open()
        {
            var state = new WritebackState(new EmbeddedSearchTransport(search), "wb", TimeSpan.FromDays(2), TimeProvider.System);
            return new StateStoreSubject(state.Store, state.Outbox) { Reopen = Open };
        }

        StateStoreScript.PlayAsync(Open(), script, CancellationToken.None).GetAwaiter().GetResult();
    }
}
