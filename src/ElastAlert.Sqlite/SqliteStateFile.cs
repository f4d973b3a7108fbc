namespace ElastAlert.Sqlite;

/// <summary>Keeps the state, the outbox and the record of an engine in one SQLite file, safe after a crash and a power cut.</summary>
/// <remarks>Several processes on one machine may use the same file. Nothing is opened before the first call.</remarks>
public sealed class SqliteStateFile : IDisposable
{
    private readonly SqliteDatabase _database;

    /// <summary>Creates an access to a file.</summary>
    /// <param name="options">Where and how state is kept.</param>
    /// <param name="timeProvider">The clock that tells when a record is old enough to be removed.</param>
    /// <exception cref="ElastAlertException">The options cannot work.</exception>
    public SqliteStateFile(SqliteStateOptions options, TimeProvider timeProvider)
        : this(options, timeProvider, SqliteSchema.Current, setup: "")
    {
    }

    internal SqliteStateFile(SqliteStateOptions options, TimeProvider timeProvider, SqliteSchema schema, string setup)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(timeProvider);
        options.Validate();
        _database = new SqliteDatabase(options, schema, setup);
        Store = new SqliteStateStore(_database);
        Outbox = new SqliteOutbox(_database);
        History = new SqliteHistory(_database, options.HistoryRetention, timeProvider);
        Silences = new SqliteSilences(_database);
    }

    /// <summary>Gets the state of the rules.</summary>
    public IStateStore Store { get; }

    /// <summary>Gets the alerts that are to be delivered.</summary>
    public IOutbox Outbox { get; }

    /// <summary>Gets the record of what happened.</summary>
    public IHistory History { get; }

    /// <summary>Gets the silences that stand in the record, such as those that the command line writes.</summary>
    public ISilenceSource Silences { get; }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();
}
