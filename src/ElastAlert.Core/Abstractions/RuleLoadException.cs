namespace ElastAlert;

/// <summary>Says that configuration or rules could not be loaded, with every problem of every file.</summary>
public sealed class RuleLoadException : ElastAlertException
{
    /// <summary>Creates an exception without a message.</summary>
    public RuleLoadException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public RuleLoadException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public RuleLoadException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception from problems.</summary>
    /// <param name="problems">All problems found, at least one.</param>
    public RuleLoadException(IReadOnlyList<RuleProblem> problems)
        : base(string.Join(Environment.NewLine, problems ?? throw new ArgumentNullException(nameof(problems))))
    {
        Problems = problems;
    }

    /// <summary>Gets all problems found.</summary>
    public IReadOnlyList<RuleProblem> Problems { get; } = [];
}
