using System.Text.Json;
using ElastAlert.Sqlite;
using Microsoft.Data.Sqlite;

namespace ElastAlert.KillTests;

/// <summary>Reads a SQLite file.</summary>
internal sealed class SqliteInstalledState(string path) : InstalledState
{
    private readonly SqliteStateFile _file = new(new SqliteStateOptions { Path = path }, TimeProvider.System);

    public override IStateStore Store => _file.Store;

    public override IOutbox Outbox => _file.Outbox;

    public override async Task<IReadOnlyList<HistoryRecord>> ReadHistoryAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT kind, id, content FROM history";
        await using var reader = await command.ExecuteReaderAsync();
        var records = new List<HistoryRecord>();
        while (await reader.ReadAsync())
            records.Add(new HistoryRecord((HistoryKind)reader.GetInt32(0), reader.GetString(1), JsonElement.Parse(reader.GetFieldValue<byte[]>(2))));
        return records;
    }

    public override void Dispose() => _file.Dispose();
}
