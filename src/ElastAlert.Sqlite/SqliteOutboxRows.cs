using Microsoft.Data.Sqlite;

namespace ElastAlert.Sqlite;

/// <summary>Reads and writes the rows of alerts and their entries, within the caller's transaction.</summary>
internal static class SqliteOutboxRows
{
    private const string AlertOfChange =
        "(SELECT alert_number FROM outbox_alert JOIN rule_state USING (rule_id) WHERE rule = $rule AND alert_id = $alert_id)";

    private const string SelectAlert =
        """
        SELECT rule, alert_number, alert_id, dedup_key, alert_time, created_at, ordinal, matches
        FROM outbox_alert AS alert JOIN rule_state USING (rule_id)
        """;

    // An alert may be large.
    private const int PageSize = 100;

    public static void Insert(SqliteConnection connection, long ruleId, IReadOnlyList<OutboxAlert> alerts)
    {
        const string AlertSql =
            """
            INSERT INTO outbox_alert (rule_id, alert_id, dedup_key, alert_time, created_at, ordinal, matches)
            VALUES ($rule_id, $alert_id, $dedup_key, $alert_time, $created_at, $ordinal, $matches) RETURNING alert_number
            """;
        const string EntrySql =
            """
            INSERT INTO outbox_entry (alert_number, position, channel, subject, body, state, attempts, next_attempt, deadline, last_error, receipt)
            VALUES ($alert_number, $position, $channel, $subject, $body, $state, $attempts, $next_attempt, $deadline, $last_error, $receipt)
            """;
        using var insertEntry = connection.Prepare(EntrySql);
        foreach (var alert in alerts)
        {
            using var insertAlert = connection.Prepare(
                AlertSql,
                ("$rule_id", ruleId),
                ("$alert_id", alert.Id),
                ("$dedup_key", alert.DedupKey),
                ("$alert_time", alert.AlertTime.UtcTicks),
                ("$created_at", alert.CreatedAt.UtcTicks),
                ("$ordinal", alert.Ordinal),
                ("$matches", alert.Matches.ToArray()));
            var number = (long)insertAlert.ExecuteScalar()!;
            foreach (var (position, entry) in alert.Entries.Index())
                insertEntry.Run([("$alert_number", number), ("$position", position), .. Columns(entry)]);
        }
    }

    /// <summary>Reads some alerts, in the order in which they were written, and returns after which the next ones come.</summary>
    public static (IReadOnlyList<OutboxAlert> Alerts, long? Last) LoadPage(SqliteConnection connection, string? rule, bool includeDead, long after)
    {
        // An alert is open when an entry is pending, or when all are delivered and it has still to be recorded.
        const string Sql =
            $"""
            {SelectAlert} WHERE alert_number > $after AND ($rule IS NULL OR rule = $rule) AND ($include_dead
              OR EXISTS (SELECT 1 FROM outbox_entry AS e WHERE e.alert_number = alert.alert_number AND e.state = 0)
              OR NOT EXISTS (SELECT 1 FROM outbox_entry AS e WHERE e.alert_number = alert.alert_number AND e.state <> 1))
            ORDER BY alert_number LIMIT $page_size
            """;
        using var command = connection.Prepare(Sql, ("$after", after), ("$rule", rule), ("$include_dead", includeDead), ("$page_size", PageSize));
        var (alerts, last) = Load(connection, command);
        return (alerts, alerts.Count < PageSize ? null : last);
    }

    public static OutboxAlert? Find(SqliteConnection connection, string rule, string alertId)
    {
        using var command = connection.Prepare($"{SelectAlert} WHERE rule = $rule AND alert_id = $alert_id", ("$rule", rule), ("$alert_id", alertId));
        return Load(connection, command).Alerts.SingleOrDefault();
    }

    public static int Apply(SqliteConnection connection, IReadOnlyList<OutboxChange> changes)
    {
        const string UpdateSql =
            $"""
            UPDATE outbox_entry SET subject = $subject, body = $body, state = $state, attempts = $attempts, next_attempt = $next_attempt,
              deadline = $deadline, last_error = $last_error, receipt = $receipt
            WHERE alert_number = {AlertOfChange} AND channel = $channel
            """;
        using var update = connection.Prepare(UpdateSql);
        using var deleteEntries = connection.Prepare($"DELETE FROM outbox_entry WHERE alert_number = {AlertOfChange}");
        using var deleteAlert = connection.Prepare($"DELETE FROM outbox_alert WHERE alert_number = {AlertOfChange}");
        foreach (var change in changes)
        {
            ReadOnlySpan<(string, object?)> alert = [("$rule", change.Rule), ("$alert_id", change.AlertId)];
            if (change is OutboxChange.Updated updated)
            {
                update.Run([.. alert, .. Columns(updated.Entry)]);
                continue;
            }

            deleteEntries.Run(alert);
            deleteAlert.Run(alert);
        }

        return changes.Count;
    }

    private static (List<OutboxAlert> Alerts, long Last) Load(SqliteConnection connection, SqliteCommand command)
    {
        using var entries = connection.Prepare(
            """
            SELECT channel, subject, body, state, attempts, next_attempt, deadline, last_error, receipt
            FROM outbox_entry WHERE alert_number = $alert_number ORDER BY position
            """);
        using var reader = command.ExecuteReader();
        var alerts = new List<OutboxAlert>();
        var last = 0L;
        while (reader.Read())
        {
            last = reader.GetInt64(1);
            alerts.Add(ReadAlert(reader, ReadEntries(entries, last)));
        }

        return (alerts, last);
    }

    private static OutboxAlert ReadAlert(SqliteDataReader reader, List<OutboxEntry> entries) => new()
    {
        Rule = reader.GetString(0),
        Id = reader.GetString(2),
        DedupKey = reader.GetString(3),
        AlertTime = reader.GetMoment(4),
        CreatedAt = reader.GetMoment(5),
        Ordinal = reader.GetInt32(6),
        Matches = reader.GetBytes(7),
        Entries = entries,
    };

    private static List<OutboxEntry> ReadEntries(SqliteCommand command, long alertNumber)
    {
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$alert_number", alertNumber);
        using var reader = command.ExecuteReader();
        var entries = new List<OutboxEntry>();
        while (reader.Read())
            entries.Add(ReadEntry(reader));
        return entries;
    }

    private static OutboxEntry ReadEntry(SqliteDataReader reader) => new()
    {
        Channel = reader.GetString(0),
        Subject = reader.GetString(1),
        Body = reader.GetString(2),
        State = (OutboxEntryState)reader.GetInt32(3),
        Attempts = reader.GetInt32(4),
        NextAttempt = reader.GetMoment(5),
        Deadline = reader.GetMoment(6),
        LastError = reader.GetTextOrNull(7),
        Receipt = ReceiptText.Read(reader.GetTextOrNull(8)),
    };

    private static (string Name, object? Value)[] Columns(OutboxEntry entry) =>
    [
        ("$channel", entry.Channel),
        ("$subject", entry.Subject),
        ("$body", entry.Body),
        ("$state", (int)entry.State),
        ("$attempts", entry.Attempts),
        ("$next_attempt", entry.NextAttempt.UtcTicks),
        ("$deadline", entry.Deadline.UtcTicks),
        ("$last_error", entry.LastError),
        ("$receipt", ReceiptText.Write(entry.Receipt)),
    ];
}
