using System.Text;
using ElastAlert.State.InMemory;

namespace ElastAlert.Core.Tests.State.InMemory;

public sealed class InMemoryHistoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WriteAsync_SameIdTwice_KeepsTheFirst()
    {
        var history = new InMemoryHistory();

        await history.WriteAsync([Document(HistoryKind.Status, "1", "{}"), Document(HistoryKind.Error, "1", "{}")], Cancellation);
        await history.WriteAsync([Document(HistoryKind.Status, "1", """{"a": 1}""")], Cancellation);

        history.Documents.Select(document => (document.Kind, Encoding.UTF8.GetString(document.Content.Span)))
            .Should().Equal((HistoryKind.Status, "{}"), (HistoryKind.Error, "{}"));
    }

    [Fact]
    public async Task WriteAsync_MoreThanTheCapacity_ForgetsTheOldest()
    {
        var history = new InMemoryHistory(capacity: 2);

        foreach (var id in new[] { "1", "2", "3" })
            await history.WriteAsync([Document(HistoryKind.Status, id, "{}")], Cancellation);

        history.Documents.Select(document => document.Id).Should().Equal("2", "3");
    }

    [Fact]
    public async Task FindAsync_SeveralSilencesOfAKey_ReturnsTheOneThatEndsLast()
    {
        var history = new InMemoryHistory();
        await history.WriteAsync(
            [
                Document(HistoryKind.Silence, "1", """{"rule_name": "r.x", "until": "2024-05-01T12:30:00Z", "exponent": 3}"""),
                Document(HistoryKind.Silence, "2", """{"rule_name": "r.x", "until": "2024-05-01T12:10:00Z", "exponent": 2}"""),
                Document(HistoryKind.Silence, "3", """{"rule_name": "r.y", "until": "2024-05-01T12:10:00Z"}"""),
                Document(HistoryKind.Silence, "4", """{"rule_name": "other", "until": "2024-05-01T12:10:00Z"}"""),
                Document(HistoryKind.Silence, "5", """{"rule_name": "r.z", "until": 7}"""),
                Document(HistoryKind.Status, "6", """{"rule_name": "r.z", "until": "2024-05-01T12:10:00Z"}"""),
            ],
            Cancellation);

        var found = await history.FindAsync(["r.x", "r.y", "r.z"], Cancellation);

        found.Should().BeEquivalentTo(
        [
            new Silence("r.x", new DateTimeOffset(2024, 5, 1, 12, 30, 0, TimeSpan.Zero), 3),
            new Silence("r.y", new DateTimeOffset(2024, 5, 1, 12, 10, 0, TimeSpan.Zero)),
        ]);
    }

    private static HistoryDocument Document(HistoryKind kind, string id, string json) => new(kind, id, Encoding.UTF8.GetBytes(json));
}
