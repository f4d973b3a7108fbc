namespace ElastAlert.State.Writeback;

/// <summary>Says in which document an alert stands.</summary>
/// <param name="DocumentId">The id of the document.</param>
/// <param name="CommitKey">The key of the commit that wrote it.</param>
internal sealed record AlertPlace(string DocumentId, string CommitKey);
