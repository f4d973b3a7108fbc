namespace ElastAlert.Sqlite;

/// <summary>Says where and how state is kept in a SQLite file.</summary>
public sealed class SqliteStateOptions
{
    /// <summary>Gets or sets the path of the file; it and its folder are created where missing. It must lie on a local disk.</summary>
    /// <value>The default is <c>elastalert.db</c> in the working directory.</value>
    public string Path { get; set; } = "elastalert.db";

    /// <summary>Gets or sets how long to wait for another process that is writing to the file.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how long the record of what happened is kept; a silence is kept at least until it ends.</summary>
    /// <value>The default is 30 days.</value>
    public TimeSpan HistoryRetention { get; set; } = TimeSpan.FromDays(30);

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(Path) || Path.StartsWith(':') || Path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            throw new ElastAlertException($"{nameof(Path)} of the SQLite state must be the path of a file, was '{Path}'.");
        if (BusyTimeout <= TimeSpan.Zero || BusyTimeout.TotalMilliseconds > int.MaxValue)
            throw new ElastAlertException($"{nameof(BusyTimeout)} of the SQLite state must be greater than zero and less than 24 days, was {BusyTimeout}.");
        if (HistoryRetention <= TimeSpan.Zero)
            throw new ElastAlertException($"{nameof(HistoryRetention)} of the SQLite state must be greater than zero, was {HistoryRetention}.");
    }
}
