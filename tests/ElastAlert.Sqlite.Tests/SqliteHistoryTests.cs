using System.Text;
using Microsoft.Data.Sqlite;

namespace ElastAlert.Sqlite.Tests;

public sealed class SqliteHistoryTests : IDisposable
{
    private readonly TemporaryStateFile _file = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task WriteAsync_SameDocumentTwice_IsThereOnce()
    {
        var history = _file.Open().History;

        for (var i = 0; i < 2; i++)
            await history.WriteAsync([Document(HistoryKind.Status, "1", "{}"), Document(HistoryKind.Error, "1", "{}")], Cancellation);

        Count().Should().Be(2);
    }

    [Fact]
    public async Task WriteAsync_AfterTheRetention_RemovesWhatIsOldButNoSilenceThatHolds()
    {
        var history = _file.Open().History;
        await history.WriteAsync([Document(HistoryKind.Status, "1", "{}"), Silence("1", "ended", "2024-05-02"), Silence("2", "holds", "2034-01-01")], Cancellation);

        _file.Clock.Advance(TimeSpan.FromDays(31));
        await history.WriteAsync([Document(HistoryKind.Status, "2", "{}")], Cancellation);

        Count().Should().Be(2);
        (await _file.Open().Silences.FindAsync(["ended", "holds"], Cancellation)).Should().ContainSingle().Which.Key.Should().Be("holds");
    }

    [Fact]
    public async Task FindAsync_SeveralSilencesOfAKey_ReturnsTheOneThatEndsLast()
    {
        var file = _file.Open();
        await file.History.WriteAsync(
            [
                Silence("1", "r.x", "2024-05-01T12:30:00Z", exponent: 3),
                Silence("2", "r.x", "2024-05-01T12:10:00Z", exponent: 2),
                Silence("3", "other", "2024-05-01T12:10:00Z"),
                Document(HistoryKind.Silence, "4", """{"until": "2024-05-01T12:10:00Z"}"""),
            ],
            Cancellation);

        var found = await _file.Open().Silences.FindAsync(["r.x", "r.x", "r.y"], Cancellation);

        found.Should().Equal(new Silence("r.x", new DateTimeOffset(2024, 5, 1, 12, 30, 0, TimeSpan.Zero), 3));
    }

    private static HistoryDocument Silence(string id, string key, string until, int exponent = 0) =>
        Document(HistoryKind.Silence, id, $$"""{"rule_name": "{{key}}", "until": "{{until}}", "exponent": {{exponent}}}""");

    private static HistoryDocument Document(HistoryKind kind, string id, string json) => new(kind, id, Encoding.UTF8.GetBytes(json));

    private long Count()
    {
        using var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=false");
        connection.Open();
        return connection.ReadNumber("SELECT count(*) FROM history");
    }
}
