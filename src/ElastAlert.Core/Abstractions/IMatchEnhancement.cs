namespace ElastAlert;

/// <summary>Changes or drops matches before they are alerted.</summary>
/// <remarks>One instance a rule, called by one loop at a time. An exception is recorded and the match goes on as it was (Q59).</remarks>
public interface IMatchEnhancement
{
    /// <summary>Returns the match as it is to be alerted, or <see langword="null"/> to drop it.</summary>
    /// <param name="match">The match.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    ValueTask<RuleMatch?> EnhanceAsync(RuleMatch match, Rule rule, CancellationToken cancellationToken);
}
