namespace ElastAlert.Engine.Services;

/// <summary>Is what a handled error was about.</summary>
/// <param name="Rule">The rule, or <see langword="null"/>.</param>
/// <param name="Query">The query that failed: a JSON object in UTF-8, or empty.</param>
internal readonly record struct ErrorData(string? Rule, ReadOnlyMemory<byte> Query);
