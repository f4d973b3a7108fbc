using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ElastAlert.Sqlite;

/// <summary>Knows the tables of each version, and brings a file of an older version up to date.</summary>
/// <remarks>The version stands in the file's own <c>user_version</c>; a step leads from its place in the list to the next version.</remarks>
internal sealed class SqliteSchema(IReadOnlyList<string> steps)
{
    private const long ApplicationId = 0x454C4153; // "ELAS": tells the file from that of another program

    private const string Version1 =
        """
        CREATE TABLE rule_state (
          rule_id INTEGER PRIMARY KEY,
          rule TEXT NOT NULL UNIQUE,
          commit_id TEXT NOT NULL,
          owner TEXT NOT NULL,
          epoch INTEGER NOT NULL,
          lease_until INTEGER NOT NULL,
          checkpoint BLOB NOT NULL);
        CREATE TABLE state_part (
          rule_id INTEGER NOT NULL REFERENCES rule_state,
          name TEXT NOT NULL,
          content BLOB NOT NULL,
          PRIMARY KEY (rule_id, name));
        CREATE INDEX state_part_name ON state_part (name);
        CREATE TABLE outbox_alert (
          alert_number INTEGER PRIMARY KEY,
          rule_id INTEGER NOT NULL REFERENCES rule_state,
          alert_id TEXT NOT NULL,
          dedup_key TEXT NOT NULL,
          alert_time INTEGER NOT NULL,
          created_at INTEGER NOT NULL,
          ordinal INTEGER NOT NULL,
          matches BLOB NOT NULL,
          UNIQUE (rule_id, alert_id));
        CREATE TABLE outbox_entry (
          alert_number INTEGER NOT NULL REFERENCES outbox_alert,
          position INTEGER NOT NULL,
          channel TEXT NOT NULL,
          subject TEXT NOT NULL,
          body TEXT NOT NULL,
          state INTEGER NOT NULL,
          attempts INTEGER NOT NULL,
          next_attempt INTEGER NOT NULL,
          deadline INTEGER NOT NULL,
          last_error TEXT,
          receipt TEXT,
          PRIMARY KEY (alert_number, position)) WITHOUT ROWID;
        CREATE TABLE history (
          kind INTEGER NOT NULL,
          id TEXT NOT NULL,
          written_at INTEGER NOT NULL,
          silence_key TEXT,
          silence_until INTEGER,
          silence_exponent INTEGER,
          content BLOB NOT NULL,
          PRIMARY KEY (kind, id));
        CREATE INDEX history_written_at ON history (written_at);
        CREATE INDEX history_silence ON history (silence_key, silence_until) WHERE silence_key IS NOT NULL;
        """;

    public static IReadOnlyList<string> Steps { get; } = [Version1];

    public static SqliteSchema Current { get; } = new(Steps);

    /// <summary>Returns whether the file is ours and of this version.</summary>
    public bool IsUpToDate(SqliteConnection connection) =>
        connection.ReadNumber("PRAGMA application_id") == ApplicationId && connection.ReadNumber("PRAGMA user_version") == steps.Count;

    public void Upgrade(SqliteConnection connection, string path)
    {
        var version = (int)connection.ReadNumber("PRAGMA user_version");
        RefuseForeign(connection, version, path);
        if (version > steps.Count)
        {
            throw new StateFormatException(
                $"The state file '{path}' was written by a newer version (its schema is {version}, this version knows {steps.Count}). " +
                "It was left as it is: run the newer version, or name another file.");
        }

        foreach (var step in steps.Skip(version))
            connection.Execute(step);
        if (version < steps.Count)
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {steps.Count}"));
    }

    private static void RefuseForeign(SqliteConnection connection, int version, string path)
    {
        var isOurs = connection.ReadNumber("PRAGMA application_id") == ApplicationId;
        var isEmpty = version == 0 && connection.ReadNumber("SELECT count(*) FROM sqlite_schema") == 0;
        if (!isOurs && !isEmpty)
            throw new StateFormatException($"The file '{path}' is the SQLite database of another program. It was left as it is: name another file for the state.");
    }
}
