using ElastAlert.State.InMemory;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.State.InMemory;

public sealed class InMemoryStateStoreTests
{
    public static TheoryData<string> Checks => [.. StateStoreContract.Checks];

    [Theory]
    [MemberData(nameof(Checks))]
    public Task Contract_EachCheck_IsKept(string check)
    {
        var store = new InMemoryStateStore();
        return StateStoreContract.CheckAsync(check, new StateStoreSubject(store, store), TestContext.Current.CancellationToken);
    }
}
