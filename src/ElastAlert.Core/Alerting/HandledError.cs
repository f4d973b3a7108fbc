namespace ElastAlert.Alerting;

/// <summary>Is something that went wrong and was coped with; it becomes an error document.</summary>
/// <param name="Message">What went wrong, in the words of engine.md.</param>
/// <param name="Exception">What was thrown, or <see langword="null"/>.</param>
internal sealed record HandledError(string Message, Exception? Exception);
