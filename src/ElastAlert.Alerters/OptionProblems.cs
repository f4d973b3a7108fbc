namespace ElastAlert.Alerters;

/// <summary>Finds the problems of an entry by reading its options.</summary>
internal static class OptionProblems
{
    /// <summary>Returns what finds them when a rule is loaded.</summary>
    /// <param name="read">Reads the options.</param>
    public static Func<Rule, AlerterEntry, IEnumerable<RuleProblem>> Of<TOptions>(Func<AlerterOptionReader, TOptions> read) => (rule, entry) =>
    {
        var reader = new AlerterOptionReader(rule, entry);
        read(reader);
        return reader.Problems;
    };
}
