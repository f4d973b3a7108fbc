using ElastAlert.Values;

namespace ElastAlert.Alerters.Payloads;

/// <summary>Writes the subjects of alerts whose rules have none (alerters.md 1.9).</summary>
internal static class DefaultSubjects
{
    /// <summary>Returns <c>ElastAlert: NAME</c>, and <c> - VALUE</c> where the match has the query key.</summary>
    public static string WithQueryKey(Rule rule, RuleMatch match) => WithQueryKey($"ElastAlert: {rule.Name}", " - ", rule, match);

    /// <summary>Returns a title, and the value of the query key where the match has one; nested keys are not looked for.</summary>
    public static string WithQueryKey(string title, string separator, Rule rule, RuleMatch match)
    {
        var value = rule.Query.QueryKey is { } key && match.Fields.TryGetMember(key, out var member) ? new FieldValue(member) : FieldValue.Missing;
        return value.IsEmpty ? title : $"{title}{separator}{value.ToText()}";
    }
}
