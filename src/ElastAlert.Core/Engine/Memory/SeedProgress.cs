namespace ElastAlert.Engine.Memory;

/// <summary>Says how far the searches before the first run have got.</summary>
/// <param name="Now">The moment at which they began.</param>
/// <param name="Start">The explicit start of the run they belong to, or <see langword="null"/>.</param>
/// <param name="Answered">How many were answered; the last answer is a part.</param>
/// <param name="IsComplete">Whether all were.</param>
internal sealed record SeedProgress(DateTimeOffset Now, DateTimeOffset? Start, int Answered, bool IsComplete);
