using ElastAlert.Testing;
using Microsoft.Data.Sqlite;

namespace ElastAlert.Sqlite.Tests;

public sealed class SqliteStateStoreTests : IDisposable
{
    private readonly TemporaryStateFile _file = new();

    public static TheoryData<string> Checks => [.. StateStoreContract.Checks];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Theory]
    [MemberData(nameof(Checks))]
    public Task Contract_EachCheck_IsKept(string check) => StateStoreContract.CheckAsync(check, _file.Subject(), Cancellation);

    [Fact]
    public async Task CommitAsync_FullDisk_FailsAndCanBeRepeated()
    {
        var rule = Commit("a", null, [new StatePart("large", new byte[100_000])]);
        await _file.Open().Store.CommitAsync(Commit("b", null), Cancellation);
        var full = _file.Open(setup: "PRAGMA max_page_count = 20");

        var commit = () => full.Store.CommitAsync(rule, Cancellation);

        (await commit.Should().ThrowAsync<ElastAlertException>()).WithMessage("*disk is full*Nothing was changed*");
        SqliteConnection.ClearAllPools();
        var store = _file.Open().Store;
        (await store.LoadAsync("a", Cancellation)).Should().BeNull();
        (await store.CommitAsync(rule, Cancellation)).Should().Be(CommitOutcome.Committed);
        (await store.LoadAsync("a", Cancellation))!.Parts.Should().HaveCount(1);
    }

    [Fact]
    public async Task CommitAsync_AnotherProcessHoldsTheFile_FailsAfterTheTimeoutAndCanBeRepeated()
    {
        var store = _file.Open(busyTimeout: TimeSpan.FromMilliseconds(50)).Store;
        await store.CommitAsync(Commit("a", null), Cancellation);
        var next = Commit("a", "a/1") with { CommitId = "a/2" };

        using (var other = new SqliteConnection($"Data Source={_file.Path};Pooling=false"))
        {
            other.Open();
            using var transaction = other.BeginTransaction();
            var commit = () => store.CommitAsync(next, Cancellation);
            (await commit.Should().ThrowAsync<ElastAlertException>()).WithMessage("*another process*");
            (await store.LoadAsync("a", Cancellation))!.CommitId.Should().Be("a/1", "readers do not wait for writers");
        }

        (await store.CommitAsync(next, Cancellation)).Should().Be(CommitOutcome.Committed);
    }

    [Fact]
    public async Task CommitAsync_AnotherProcessPausesInItsWriting_OthersReadAndWriteWhenItIsKilled()
    {
        var store = _file.Open(busyTimeout: TimeSpan.FromMilliseconds(50)).Store;
        await store.CommitAsync(Commit("a", null, [new StatePart("kept", new byte[10])]), Cancellation);
        var next = Commit("a", "a/1") with { CommitId = "a/2" };

        using (var other = new SqliteConnection($"Data Source={_file.Path};Pooling=false"))
        {
            other.Open();
            using var transaction = other.BeginTransaction();
            using var half = other.CreateCommand();
            half.CommandText = "UPDATE rule_state SET commit_id = 'half'; DELETE FROM state_part";
            half.ExecuteNonQuery();

            var commit = () => store.CommitAsync(next, Cancellation);
            await commit.Should().ThrowAsync<ElastAlertException>();
            var state = (await _file.Open().Store.LoadAsync("a", Cancellation))!;
            (state.CommitId, state.Parts.Count).Should().Be(("a/1", 1));
        }

        (await store.CommitAsync(next, Cancellation)).Should().Be(CommitOutcome.Committed);
        (await _file.Open().Store.LoadAsync("a", Cancellation))!.Parts.Should().ContainSingle();
    }

    [Theory]
    [InlineData("this is no database, but a text that is long enough to have a header of a hundred bytes, so that it is looked at and refused")]
    [InlineData("short")]
    public async Task LoadAsync_NoDatabase_IsRefusedAndLeftAsItIs(string content)
    {
        await File.WriteAllTextAsync(_file.Path, content, Cancellation);
        var store = _file.Open().Store;

        var load = () => store.LoadAsync("a", Cancellation);
        var commit = () => store.CommitAsync(Commit("a", null), Cancellation);

        (await load.Should().ThrowAsync<StateFormatException>()).WithMessage($"*{_file.Path}*damaged*restore it from a backup*");
        await commit.Should().ThrowAsync<StateFormatException>();
        (await File.ReadAllTextAsync(_file.Path, Cancellation)).Should().Be(content);
    }

    [Fact]
    public async Task LoadAsync_DamagedPages_IsRefused()
    {
        var file = _file.Open();
        await file.Store.CommitAsync(Commit("a", null, [new StatePart("large", new byte[50_000])]), Cancellation);
        file.Dispose();
        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(_file.Path, Cancellation);
        bytes.AsSpan(4096).Fill(0xA5);
        await File.WriteAllBytesAsync(_file.Path, bytes, Cancellation);

        var load = () => _file.Open().Store.LoadAsync("a", Cancellation);

        await load.Should().ThrowAsync<StateFormatException>();
    }

    [Fact]
    public async Task LoadAsync_DatabaseOfAnotherProgram_IsRefused()
    {
        using (var other = new SqliteConnection($"Data Source={_file.Path};Pooling=false"))
        {
            other.Open();
            other.Execute("CREATE TABLE theirs (a)");
        }

        var load = () => _file.Open().Store.LoadAsync("a", Cancellation);

        (await load.Should().ThrowAsync<StateFormatException>()).WithMessage("*another program*");
    }

    [Fact]
    public async Task LoadAsync_NewerSchema_IsRefusedAndNothingIsChanged()
    {
        var newer = new SqliteSchema([.. SqliteSchema.Steps, "ALTER TABLE rule_state ADD COLUMN colour TEXT"]);
        await _file.Open(newer).Store.CommitAsync(Commit("a", null), Cancellation);
        var older = _file.Open().Store;

        var load = () => older.LoadAsync("a", Cancellation);
        var commit = () => older.CommitAsync(Commit("a", "a/1"), Cancellation);

        (await load.Should().ThrowAsync<StateFormatException>()).WithMessage("*newer version*schema is 2*knows 1*");
        await commit.Should().ThrowAsync<StateFormatException>();
        (await _file.Open(newer).Store.LoadAsync("a", Cancellation))!.CommitId.Should().Be("a/1");
    }

    [Fact]
    public async Task LoadAsync_OlderSchema_IsBroughtUpToDate()
    {
        await _file.Open().Store.CommitAsync(Commit("a", null, [new StatePart("seen", new byte[] { 1 })]), Cancellation);
        var newer = new SqliteSchema([.. SqliteSchema.Steps, "ALTER TABLE rule_state ADD COLUMN colour TEXT", "CREATE TABLE more (a)"]);

        var state = await _file.Open(newer).Store.LoadAsync("a", Cancellation);

        state!.Parts.Should().HaveCount(1);
        using var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=false");
        connection.Open();
        connection.ReadNumber("PRAGMA user_version").Should().Be(3);
    }

    [Fact]
    public async Task CommitAsync_FolderThatCannotBeMade_SaysWhichFile()
    {
        await File.WriteAllTextAsync(_file.Path, "", Cancellation);
        using var file = new SqliteStateFile(new SqliteStateOptions { Path = Path.Combine(_file.Path, "below", "a.db") }, TimeProvider.System);

        var commit = () => file.Store.CommitAsync(Commit("a", null), Cancellation);

        (await commit.Should().ThrowAsync<ElastAlertException>()).WithMessage("*a.db*");
    }

    [Theory]
    [InlineData("")]
    [InlineData(":memory:")]
    [InlineData("file:x?mode=memory")]
    public void Constructor_PathThatIsNoFile_IsRefused(string path)
    {
        var create = () => new SqliteStateFile(new SqliteStateOptions { Path = path }, TimeProvider.System);

        create.Should().Throw<ElastAlertException>().WithMessage($"Path of the SQLite state*'{path}'*");
    }

    private static RunCommit Commit(string rule, string? previous, IReadOnlyList<StatePart>? parts = null) => new()
    {
        Rule = rule,
        CommitId = rule + "/1",
        PreviousCommitId = previous,
        Lease = new RuleLease("o", 1, Some.Moment),
        Checkpoint = new byte[] { 1 },
        Parts = parts ?? [],
    };
}
