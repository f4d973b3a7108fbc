namespace ElastAlert.Configuration;

/// <summary>Is what is remembered of a rule file from one loading to the next.</summary>
internal sealed record LoadedFile
{
    public required string Path { get; init; }

    /// <summary>Gets everything that was read: the file, its imports, the files that the rule names.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Gets the hash of the content of all <see cref="Files"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>Gets the rule, or the last good one when the file does not load any more, or <see langword="null"/>.</summary>
    public Rule? Rule { get; init; }

    public bool IsUnsupported { get; init; }

    public IReadOnlyList<RuleProblem> Problems { get; init; } = [];

    public static string HashOf(IReadOnlyList<string> files) => string.Concat(files.Select(RuleFingerprint.ContentHash));
}
