using Microsoft.Data.Sqlite;

namespace ElastAlert.Sqlite;

/// <summary>Says in words what SQLite answered, and what to do.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static ElastAlertException Explain(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        Corrupt or NotADatabase => new StateFormatException(
            $"The state file '{path}' is damaged or is no SQLite database. It was left as it is: restore it from a backup, or move it away to begin anew.",
            exception),
        Full => new ElastAlertException($"The state file '{path}' could not be written because the disk is full. Nothing was changed; free some space.", exception),
        Busy => new ElastAlertException($"The state file '{path}' is being written by another process for too long. Nothing was changed.", exception),
        ReadOnly or CannotOpen => new ElastAlertException(
            $"The state file '{path}' could not be opened for writing. Check that the file and its folder belong to the user that runs the engine.", exception),
        InputOutput => new ElastAlertException($"The disk failed on the state file '{path}': {exception.Message}", exception),
        _ => new ElastAlertException($"The state file '{path}' could not be used: {exception.Message}", exception),
    };
}
