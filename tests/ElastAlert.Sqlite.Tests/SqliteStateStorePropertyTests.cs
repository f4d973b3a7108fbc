using ElastAlert.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Sqlite.Tests;

public sealed class SqliteStateStorePropertyTests
{
    [Fact]
    public void Play_AnySequence_SqliteDoesWhatMemoryDoes() => Prop.ForAll<byte[]>(Play).QuickCheckThrowOnFailure();

    [Fact]
    public void Play_AnySequenceWithRestartsInLaterVersions_IsReadAsItWasWritten() => Prop.ForAll<byte[]>(PlayInLaterVersions).QuickCheckThrowOnFailure();

    private static void PlayInLaterVersions(byte[] script)
    {
        using var file = new TemporaryStateFile();
        StateStoreScript.PlayAsync(file.SubjectOfLaterVersions(), script, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static void Play(byte[] script)
    {
        using var file = new TemporaryStateFile();
        StateStoreScript.PlayAsync(file.Subject(), script, CancellationToken.None).GetAwaiter().GetResult();
    }
}
