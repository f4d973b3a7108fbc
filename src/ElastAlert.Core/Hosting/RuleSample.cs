using ElastAlert.Values;

namespace ElastAlert.Hosting;

/// <summary>Is what a look at the data of a rule found.</summary>
/// <param name="Count">The number of documents in the window, or <see langword="null"/> for EQL and ES|QL, which cannot be counted.</param>
/// <param name="Documents">The first documents, oldest first.</param>
public sealed record RuleSample(long? Count, IReadOnlyList<Document> Documents);
