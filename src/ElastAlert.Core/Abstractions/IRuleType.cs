namespace ElastAlert;

/// <summary>Decides what counts as a match: the detection of one rule.</summary>
/// <remarks>
/// One instance a rule, made by <see cref="RuleTypeRegistration.Create"/>; called by one loop at a time, so implementations need no locks.
/// Never reads the clock: the time comes with the input. Exceptions may be let out; the engine then drops the instance and
/// restores the rule from its last commit.
/// </remarks>
public interface IRuleType
{
    /// <summary>Takes one input and returns the matches that it completes, in order.</summary>
    /// <param name="input">What is new.</param>
    /// <returns>The matches, empty for none; they hold no memory of the input.</returns>
    IReadOnlyList<RuleMatch> Evaluate(RuleInput input);
}
