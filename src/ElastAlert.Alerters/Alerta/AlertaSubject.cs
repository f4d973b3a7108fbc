using ElastAlert.Alerters.Payloads;

namespace ElastAlert.Alerters.Alerta;

/// <summary>Writes what an event is called where no option says it: the rule, and what it is about.</summary>
internal static class AlertaSubject
{
    /// <summary>Returns <c>NAME.VALUE</c>.</summary>
    public static string Write(Rule rule, RuleMatch match) => DefaultSubjects.WithQueryKey(rule.Name, ".", rule, match);
}
