using ElastAlert.State;
using Microsoft.Data.Sqlite;

namespace ElastAlert.Sqlite;

/// <summary>Keeps the record as rows, and removes what is older than the retention.</summary>
internal sealed class SqliteHistory(SqliteDatabase database, TimeSpan retention, TimeProvider timeProvider) : IHistory
{
    public async Task WriteAsync(IReadOnlyList<HistoryDocument> documents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        if (documents.Count > 0)
            await database.WriteAsync(connection => Write(connection, documents), cancellationToken).ConfigureAwait(false);
    }

    private int Write(SqliteConnection connection, IReadOnlyList<HistoryDocument> documents)
    {
        const string Sql =
            """
            INSERT INTO history (kind, id, written_at, silence_key, silence_until, silence_exponent, content)
            VALUES ($kind, $id, $written_at, $silence_key, $silence_until, $silence_exponent, $content) ON CONFLICT DO NOTHING
            """;
        var now = timeProvider.GetUtcNow();
        using var insert = connection.Prepare(Sql, ("$written_at", now.UtcTicks));
        foreach (var document in documents)
        {
            var silence = document.Kind == HistoryKind.Silence ? SilenceDocument.Read(document.Content) : null;
            insert.Run(
                ("$kind", (int)document.Kind),
                ("$id", document.Id),
                ("$silence_key", silence?.Key),
                ("$silence_until", silence?.Until.UtcTicks),
                ("$silence_exponent", silence?.Exponent),
                ("$content", document.Content.ToArray()));
        }

        Purge(connection, now);
        return documents.Count;
    }

    private void Purge(SqliteConnection connection, DateTimeOffset now)
    {
        const string Sql = "DELETE FROM history WHERE written_at < $oldest AND (silence_until IS NULL OR silence_until < $now)";
        using var delete = connection.Prepare(Sql);
        delete.Run(("$oldest", (now - retention).UtcTicks), ("$now", now.UtcTicks));
    }
}
