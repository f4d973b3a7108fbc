using Microsoft.Data.Sqlite;

namespace ElastAlert.Sqlite;

/// <summary>Finds silences in the record.</summary>
internal sealed class SqliteSilences(SqliteDatabase database) : ISilenceSource
{
    public Task<IReadOnlyList<Silence>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return database.ReadAsync<IReadOnlyList<Silence>>(connection => Find(connection, keys), cancellationToken);
    }

    private static List<Silence> Find(SqliteConnection connection, IReadOnlyCollection<string> keys)
    {
        const string Sql =
            "SELECT silence_until, silence_exponent FROM history WHERE silence_key = $key ORDER BY silence_until DESC LIMIT 1";
        using var command = connection.Prepare(Sql, ("$key", ""));
        var silences = new List<Silence>();
        foreach (var key in keys.Distinct(StringComparer.Ordinal))
        {
            command.Parameters["$key"].Value = key;
            using var reader = command.ExecuteReader();
            if (reader.Read())
                silences.Add(new Silence(key, reader.GetMoment(0), reader.GetInt32(1)));
        }

        return silences;
    }
}
