namespace ElastAlert.Configuration;

/// <summary>Gathers the problems of one file or rule; of several at one place and option, the first stays.</summary>
internal sealed class ProblemList
{
    private readonly List<RuleProblem> _problems = [];

    /// <summary>Gets or sets the name of the rule that is read.</summary>
    public string? Rule { get; set; }

    public bool HasErrors => _problems.Exists(static problem => problem.Severity == RuleProblemSeverity.Error);

    public IReadOnlyList<RuleProblem> All => _problems;

    public void Error(SourceLocation location, string? key, string message, string? cure = null) =>
        Add(RuleProblemSeverity.Error, location, key, message, cure);

    public void Warn(SourceLocation location, string? key, string message, string? cure = null) =>
        Add(RuleProblemSeverity.Warning, location, key, message, cure);

    public void NotSupported(SourceLocation location, string? key, string message, string? cure = null) =>
        Add(RuleProblemSeverity.NotSupported, location, key, message, cure);

    public void Add(RuleProblem problem)
    {
        if (!_problems.Exists(known => known.Location == problem.Location && known.Key == problem.Key && known.Severity >= problem.Severity))
            _problems.Add(problem.Rule is null ? problem with { Rule = Rule } : problem);
    }

    public void AddRange(IEnumerable<RuleProblem> problems)
    {
        foreach (var problem in problems)
            Add(problem);
    }

    private void Add(RuleProblemSeverity severity, SourceLocation location, string? key, string message, string? cure) =>
        Add(new RuleProblem(severity, location, message) { Rule = Rule, Key = key, Cure = cure });
}
