using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ElastAlert.Sqlite;

/// <summary>Opens connections to the file, and runs work on them: reads side by side, writes one after another.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);
    private readonly SqliteSchema _schema;
    private readonly string _path;
    private readonly string _connectionString;
    private readonly string _setup;
    private volatile bool _isReady;

    public SqliteDatabase(SqliteStateOptions options, SqliteSchema schema, string setup)
    {
        _schema = schema;
        _path = Path.GetFullPath(options.Path);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            DefaultTimeout = (int)Math.Ceiling(options.BusyTimeout.TotalSeconds),
        }.ToString();
        _setup = string.Create(
            CultureInfo.InvariantCulture,
            $"PRAGMA busy_timeout = {options.BusyTimeout.TotalMilliseconds:0}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; {setup}");
    }

    /// <summary>Runs work that only reads; all of it sees one state of the file.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await RunAsync(work, deferred: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs work that writes: all of it happens, on the disk, or nothing.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await WriteInTurnAsync(work, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        _writing.Dispose();
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_isReady)
            return;
        CreateFolder();

        // Who only reads does not wait for a process that is writing, at the start either.
        if (!await RunAsync(_schema.IsUpToDate, deferred: true, cancellationToken).ConfigureAwait(false))
            await WriteInTurnAsync(Upgrade, cancellationToken).ConfigureAwait(false);
        _isReady = true;
    }

    private void CreateFolder()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ElastAlertException($"The folder of the state file '{_path}' could not be created: {exception.Message}", exception);
        }
    }

    private bool Upgrade(SqliteConnection connection)
    {
        _schema.Upgrade(connection, _path);
        return true;
    }

    private async Task<T> WriteInTurnAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await RunAsync(work, deferred: false, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    // SQLite works synchronously: the calling loop is not kept waiting for the disk.
    private Task<T> RunAsync<T>(Func<SqliteConnection, T> work, bool deferred, CancellationToken cancellationToken) =>
        Task.Run(() => Run(work, deferred), cancellationToken);

    private T Run<T>(Func<SqliteConnection, T> work, bool deferred)
    {
        try
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction(deferred);
            var result = work(connection);
            transaction.Commit();
            return result;
        }
        catch (SqliteException exception)
        {
            throw SqliteErrors.Explain(exception, _path);
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            connection.Execute(_setup);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
