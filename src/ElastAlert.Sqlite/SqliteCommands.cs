using Microsoft.Data.Sqlite;

namespace ElastAlert.Sqlite;

/// <summary>Runs statements on a connection, within its transaction; a statement with parameters can be run again with other values.</summary>
internal static class SqliteCommands
{
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.Prepare(sql);
        command.ExecuteNonQuery();
    }

    public static long ReadNumber(this SqliteConnection connection, string sql)
    {
        using var command = connection.Prepare(sql);
        return (long)command.ExecuteScalar()!;
    }

    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        // A command finds the open transaction of its connection by itself only when it is created by the connection.
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every statement is a constant of this library; values are parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    public static void Run(this SqliteCommand command, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        foreach (var (name, value) in parameters)
            Set(command, name, value);
        command.ExecuteNonQuery();
    }

    public static byte[] GetBytes(this SqliteDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);

    public static DateTimeOffset GetMoment(this SqliteDataReader reader, int column) => new(reader.GetInt64(column), TimeSpan.Zero);

    public static string? GetTextOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static void Set(SqliteCommand command, string name, object? value)
    {
        var index = command.Parameters.IndexOf(name);
        if (index < 0)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        else
            command.Parameters[index].Value = value ?? DBNull.Value;
    }
}
