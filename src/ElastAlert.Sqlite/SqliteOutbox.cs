using System.Runtime.CompilerServices;

namespace ElastAlert.Sqlite;

/// <summary>Keeps alerts and their entries as rows.</summary>
internal sealed class SqliteOutbox(SqliteDatabase database) : IOutbox
{
    public async IAsyncEnumerable<OutboxAlert> ReadAsync(string? rule, bool includeDead, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (long? after = 0; after is { } last;)
        {
            (var page, after) = await database.ReadAsync(connection => SqliteOutboxRows.LoadPage(connection, rule, includeDead, last), cancellationToken)
                .ConfigureAwait(false);
            foreach (var alert in page)
                yield return alert;
        }
    }

    public Task<OutboxAlert?> FindAsync(string rule, string alertId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(alertId);
        return database.ReadAsync(connection => SqliteOutboxRows.Find(connection, rule, alertId), cancellationToken);
    }

    public async Task RecordAsync(IReadOnlyList<OutboxChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        await database.WriteAsync(connection => SqliteOutboxRows.Apply(connection, changes), cancellationToken).ConfigureAwait(false);
    }
}
