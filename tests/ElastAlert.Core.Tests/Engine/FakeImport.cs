namespace ElastAlert.Core.Tests.Engine;

/// <summary>Is what an earlier ElastAlert left behind.</summary>
internal sealed class FakeImport(ImportedState state) : IStateImport
{
    public Exception? Fail { get; set; }

    public List<ImportedState> Completed { get; } = [];

    public static FakeImport EndedAt(string time) => new(new ImportedState { LastEnd = Clock.At(time) });

    public Task<ImportedState> ReadAsync(Rule rule, DateTimeOffset now, CancellationToken cancellationToken) =>
        Fail is null ? Task.FromResult(state) : Task.FromException<ImportedState>(Fail);

    public Task CompleteAsync(ImportedState imported, CancellationToken cancellationToken)
    {
        Completed.Add(imported);
        return Task.CompletedTask;
    }
}
