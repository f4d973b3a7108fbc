using ElastAlert.Values;

namespace ElastAlert.Alerters.Payloads;

/// <summary>Writes the subjects of alerts whose rules have none (alerters.md 1.9).</summary>
internal static class DefaultSubjects
{
    /// <summary>Returns the name of the rule, and the value of its query key where the match has one; nested keys are not looked for.</summary>
    public static string WithQueryKey(Rule rule, RuleMatch match)
    {
        var value = rule.Query.QueryKey is { } key && match.Fields.TryGetMember(key, out var member) ? new FieldValue(member) : FieldValue.Missing;
        return value.IsEmpty ? $"ElastAlert: {rule.Name}" : $"ElastAlert: {rule.Name} - {value.ToText()}";
    }
}
