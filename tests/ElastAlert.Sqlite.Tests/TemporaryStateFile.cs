using System.Globalization;
using ElastAlert.Testing;

namespace ElastAlert.Sqlite.Tests;

/// <summary>Is a state file in a folder of its own, which is removed at the end; it can be opened several times, as several processes do.</summary>
internal sealed class TemporaryStateFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("elastalert-state.").FullName;
    private readonly List<SqliteStateFile> _opened = [];

    public string Path => System.IO.Path.Combine(_folder, "state.db");

    public TestClock Clock { get; } = new();

    public SqliteStateFile Open(SqliteSchema? schema = null, string setup = "", TimeSpan? busyTimeout = null)
    {
        var options = new SqliteStateOptions { Path = Path, BusyTimeout = busyTimeout ?? TimeSpan.FromSeconds(30) };
        var file = new SqliteStateFile(options, Clock, schema ?? SqliteSchema.Current, setup);
        _opened.Add(file);
        return file;
    }

    public StateStoreSubject Subject()
    {
        var file = Open();
        return new StateStoreSubject(file.Store, file.Outbox) { Reopen = Subject };
    }

    /// <summary>Opens the file with a version that has some steps more than this one; each time it is opened again, with the version after that.</summary>
    public StateStoreSubject SubjectOfLaterVersions(int steps = 0)
    {
        var later = Enumerable.Range(0, steps).Select(static step => string.Create(
            CultureInfo.InvariantCulture, $"ALTER TABLE rule_state ADD COLUMN later_{step} TEXT; ALTER TABLE outbox_entry ADD COLUMN later_{step} INTEGER DEFAULT 1"));
        var file = Open(new SqliteSchema([.. SqliteSchema.Steps, .. later]));
        return new StateStoreSubject(file.Store, file.Outbox) { Reopen = () => SubjectOfLaterVersions(steps + 1) };
    }

    public void Dispose()
    {
        foreach (var file in _opened)
            file.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
