namespace ElastAlert.Core.Tests.Engine;

/// <summary>Is what an earlier ElastAlert left behind.</summary>
internal sealed class FakeImport(ImportedState state) : IStateImport
{
    public Exception? Fail { get; set; }

    /// <summary>Gets or sets what the removal of documents throws, or null.</summary>
    public Exception? FailToRemove { get; set; }

    public List<ImportedDocument> Removed { get; } = [];

    public static FakeImport EndedAt(string time) => new(new ImportedState { LastEnd = Clock.At(time) });

    public Task<ImportedState> ReadAsync(Rule rule, DateTimeOffset now, CancellationToken cancellationToken) =>
        Fail is null ? Task.FromResult(state) : Task.FromException<ImportedState>(Fail);

    public Task CompleteAsync(IReadOnlyList<ImportedDocument> documents, CancellationToken cancellationToken)
    {
        if (FailToRemove is not null)
            return Task.FromException(FailToRemove);
        Removed.AddRange(documents);
        return Task.CompletedTask;
    }
}
