namespace ElastAlert;

/// <summary>Renders the texts of one entry of the <c>alert</c> list of a rule, with the options that the entry sees.</summary>
/// <remarks>Rendering has no effects and always gives the same text for the same matches, so it may be done again.</remarks>
public interface IAlertTexts
{
    /// <summary>Returns the subject of an alert.</summary>
    /// <param name="matches">The matches, at least one.</param>
    string Subject(IReadOnlyList<RuleMatch> matches);

    /// <summary>Returns the body of an alert.</summary>
    /// <param name="matches">The matches, at least one.</param>
    string Body(IReadOnlyList<RuleMatch> matches);

    /// <summary>Returns the part of the body that is about one match, for alerters that send each match by itself.</summary>
    /// <param name="match">The match.</param>
    string MatchText(RuleMatch match);
}
