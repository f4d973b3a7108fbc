using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace ElastAlert.Sqlite;

/// <summary>Keeps checkpoints and parts as rows; a commit is one transaction.</summary>
internal sealed class SqliteStateStore(SqliteDatabase database) : IStateStore
{
    public Task<RuleState?> LoadAsync(string rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return database.ReadAsync(connection => Load(connection, rule), cancellationToken);
    }

    public Task<CommitOutcome> CommitAsync(RunCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return database.WriteAsync(connection => Commit(connection, commit), cancellationToken);
    }

    public Task<StatePart?> LoadPartAsync(string rule, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(name);
        return database.ReadAsync(connection => LoadPart(connection, rule, name), cancellationToken);
    }

    public Task<IReadOnlyDictionary<string, IReadOnlyList<StatePart>>> LoadPartsAsync(string prefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return database.ReadAsync<IReadOnlyDictionary<string, IReadOnlyList<StatePart>>>(connection => LoadParts(connection, prefix), cancellationToken);
    }

    private static RuleState? Load(SqliteConnection connection, string rule)
    {
        const string Sql = "SELECT rule_id, commit_id, owner, epoch, lease_until, checkpoint FROM rule_state WHERE rule = $rule";
        using var command = connection.Prepare(Sql, ("$rule", rule));
        using var reader = command.ExecuteReader();
        if (!reader.Read())
            return null;
        return new RuleState
        {
            Rule = rule,
            CommitId = reader.GetString(1),
            Lease = new RuleLease(reader.GetString(2), reader.GetInt64(3), reader.GetMoment(4)),
            Checkpoint = reader.GetBytes(5),
            Parts = LoadParts(connection, reader.GetInt64(0)),
        };
    }

    private static StatePart? LoadPart(SqliteConnection connection, string rule, string name)
    {
        const string Sql = "SELECT content FROM state_part JOIN rule_state USING (rule_id) WHERE rule = $rule AND name = $name";
        using var command = connection.Prepare(Sql, ("$rule", rule), ("$name", name));
        using var reader = command.ExecuteReader();
        return reader.Read() ? new StatePart(name, reader.GetBytes(0)) : null;
    }

    private static List<StatePart> LoadParts(SqliteConnection connection, long ruleId)
    {
        const string Sql = "SELECT name, content FROM state_part WHERE rule_id = $rule_id AND substr(name, 1, length($prefix)) <> $prefix ORDER BY name";
        using var command = connection.Prepare(Sql, ("$rule_id", ruleId), ("$prefix", StatePart.WaitingPrefix));
        using var reader = command.ExecuteReader();
        var parts = new List<StatePart>();
        while (reader.Read())
            parts.Add(new StatePart(reader.GetString(0), reader.GetBytes(1)));
        return parts;
    }

    private static Dictionary<string, IReadOnlyList<StatePart>> LoadParts(SqliteConnection connection, string prefix)
    {
        const string Sql =
            """
            SELECT rule, name, content FROM state_part JOIN rule_state USING (rule_id)
            WHERE name >= $prefix AND name < $prefix || char(0x10FFFF) ORDER BY name
            """;
        using var command = connection.Prepare(Sql, ("$prefix", prefix));
        using var reader = command.ExecuteReader();
        var parts = new Dictionary<string, List<StatePart>>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var rule = reader.GetString(0);
            if (!parts.TryGetValue(rule, out var found))
                parts.Add(rule, found = []);
            found.Add(new StatePart(reader.GetString(1), reader.GetBytes(2)));
        }

        return parts.ToDictionary(rule => rule.Key, IReadOnlyList<StatePart> (rule) => rule.Value, StringComparer.Ordinal);
    }

    private static CommitOutcome Commit(SqliteConnection connection, RunCommit commit)
    {
        var current = CurrentCommitId(connection, commit.Rule);
        if (current == commit.CommitId)
            return CommitOutcome.Committed;
        if (current != commit.PreviousCommitId)
            return CommitOutcome.Conflict;
        var ruleId = WriteRule(connection, commit);
        WriteParts(connection, ruleId, commit.Parts);
        SqliteOutboxRows.Insert(connection, ruleId, commit.Alerts);
        return CommitOutcome.Committed;
    }

    private static string? CurrentCommitId(SqliteConnection connection, string rule)
    {
        using var command = connection.Prepare("SELECT commit_id FROM rule_state WHERE rule = $rule", ("$rule", rule));
        return (string?)command.ExecuteScalar();
    }

    private static long WriteRule(SqliteConnection connection, RunCommit commit)
    {
        const string Sql =
            """
            INSERT INTO rule_state (rule, commit_id, owner, epoch, lease_until, checkpoint)
            VALUES ($rule, $commit_id, $owner, $epoch, $lease_until, $checkpoint)
            ON CONFLICT (rule) DO UPDATE SET commit_id = excluded.commit_id, owner = excluded.owner, epoch = excluded.epoch,
              lease_until = excluded.lease_until, checkpoint = excluded.checkpoint
            RETURNING rule_id
            """;
        using var command = connection.Prepare(
            Sql,
            ("$rule", commit.Rule),
            ("$commit_id", commit.CommitId),
            ("$owner", commit.Lease.Owner),
            ("$epoch", commit.Lease.Epoch),
            ("$lease_until", commit.Lease.Until.UtcTicks),
            ("$checkpoint", commit.Checkpoint.ToArray()));
        return (long)command.ExecuteScalar()!;
    }

    private static void WriteParts(SqliteConnection connection, long ruleId, IReadOnlyList<StatePart> parts)
    {
        const string Insert =
            """
            INSERT INTO state_part (rule_id, name, content) VALUES ($rule_id, $name, $content)
            ON CONFLICT (rule_id, name) DO UPDATE SET content = excluded.content
            """;
        using var insert = connection.Prepare(Insert, ("$rule_id", ruleId));
        using var delete = connection.Prepare("DELETE FROM state_part WHERE rule_id = $rule_id AND name = $name", ("$rule_id", ruleId));
        foreach (var part in parts)
        {
            if (part.Content.IsEmpty)
                delete.Run(("$name", part.Name));
            else
                insert.Run(("$name", part.Name), ("$content", ArrayOf(part.Content)));
        }
    }

    // Parts may be large, and most of them are whole arrays.
    private static byte[] ArrayOf(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var whole) && whole.Offset == 0 && whole.Count == whole.Array!.Length ? whole.Array : content.ToArray();
}
