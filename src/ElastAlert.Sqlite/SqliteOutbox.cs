namespace ElastAlert.Sqlite;

/// <summary>Keeps alerts and their entries as rows.</summary>
internal sealed class SqliteOutbox(SqliteDatabase database) : IOutbox
{
    public Task<IReadOnlyList<OutboxAlert>> LoadAsync(string? rule, bool includeDead, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => SqliteOutboxRows.Load(connection, rule, includeDead), cancellationToken);

    public async Task RecordAsync(IReadOnlyList<OutboxChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        await database.WriteAsync(connection => SqliteOutboxRows.Apply(connection, changes), cancellationToken).ConfigureAwait(false);
    }
}
