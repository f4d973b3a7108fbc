using ElastAlert.State.Writeback;
using ElastAlert.Testing;

namespace ElastAlert.IntegrationTests.State;

public abstract class WritebackStateTests
{
    private readonly string _index = "elastalert_" + Guid.NewGuid().ToString("N");

    public static TheoryData<string> Checks => [.. StateStoreContract.Checks];

    protected abstract ISearchTransport Transport { get; }

    [Theory]
    [MemberData(nameof(Checks))]
    public Task Contract_EachCheck_IsKept(string check) => StateStoreContract.CheckAsync(check, Subject(), TestContext.Current.CancellationToken);

    private StateStoreSubject Subject()
    {
        var state = new WritebackState(Transport, _index, TimeSpan.FromDays(2), TimeProvider.System);
        return new StateStoreSubject(state.Store, state.Outbox) { Reopen = Subject };
    }
}
