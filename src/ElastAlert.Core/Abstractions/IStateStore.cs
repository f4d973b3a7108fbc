namespace ElastAlert;

/// <summary>Keeps what the engine must know of each rule across restarts.</summary>
/// <remarks>
/// Called from many threads, for one rule by one loop at a time. The state of a rule is a checkpoint and named parts; a commit replaces all of
/// it in one step that happens or does not. Exceptions mean that it is not known whether the commit happened: the engine repeats it unchanged,
/// and repeating a commit that happened is <see cref="CommitOutcome.Committed"/>.
/// </remarks>
public interface IStateStore
{
    /// <summary>Reads the last commit of a rule.</summary>
    /// <param name="rule">The name of the rule.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The state, or <see langword="null"/> where nothing was committed yet; parts that are read one by one may be left out.</returns>
    /// <exception cref="StateFormatException">The state cannot be read; it must not be overwritten.</exception>
    Task<RuleState?> LoadAsync(string rule, CancellationToken cancellationToken);

    /// <summary>Commits a run: checkpoint, changed parts and new alerts, all or nothing.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="cancellationToken">Ends the writing; it may have happened all the same.</param>
    /// <returns>Whether it happened, or another owner has committed since.</returns>
    Task<CommitOutcome> CommitAsync(RunCommit commit, CancellationToken cancellationToken);

    /// <summary>Reads one part of the last commit of a rule.</summary>
    /// <param name="rule">The name of the rule.</param>
    /// <param name="name">The name of the part.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The part, or <see langword="null"/> where there is none.</returns>
    /// <remarks>Parts that <see cref="LoadAsync"/> leaves out are read here, one at a time, since runs with very many matches do not fit into memory.</remarks>
    Task<StatePart?> LoadPartAsync(string rule, string name, CancellationToken cancellationToken);

    /// <summary>Reads parts of all rules, such as everybody's silences.</summary>
    /// <param name="prefix">What the names of the parts begin with.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The parts by the name of their rule.</returns>
    Task<IReadOnlyDictionary<string, IReadOnlyList<StatePart>>> LoadPartsAsync(string prefix, CancellationToken cancellationToken);
}
