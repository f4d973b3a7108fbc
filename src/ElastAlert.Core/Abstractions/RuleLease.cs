namespace ElastAlert;

/// <summary>Says which process runs a rule, and until when nobody else may.</summary>
/// <param name="Owner">The process, unique for each start.</param>
/// <param name="Epoch">How often the owner has changed.</param>
/// <param name="Until">When the lease ends unless a commit renews it.</param>
public sealed record RuleLease(string Owner, long Epoch, DateTimeOffset Until);
