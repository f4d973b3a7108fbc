using System.Globalization;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Jira;

/// <summary>Writes the search for the ticket of an earlier alert, in JQL.</summary>
internal static class JiraSearch
{
    /// <summary>Returns the search.</summary>
    public static string Query(JiraAlerterOptions options, Alert alert, bool hasOwnSubject, DateTimeOffset localNow)
    {
        var bump = options.Bump;
        var earliest = (localNow - bump.JiraMaxAge).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var query = $"project={options.JiraProject} AND summary~\"{Title(bump, alert, hasOwnSubject)}\" and created >= \"{earliest}\"";
        if (bump.JiraBumpInStatuses.Count > 0)
            query += $" and status in ({Statuses(bump.JiraBumpInStatuses)})";
        if (bump.JiraBumpNotInStatuses.Count > 0)
            query += $" and status not in ({Statuses(bump.JiraBumpNotInStatuses)})";
        return query;
    }

    private static string Title(JiraBumpOptions bump, Alert alert, bool hasOwnSubject)
    {
        var title = hasOwnSubject ? alert.Subject : JiraSubject.WithoutTime(alert.Rule, alert.Matches[0]);
        if (bump.JiraIgnoreInTitle is { } ignored && alert.Matches[0].Fields.TryGetMember(ignored, out var value))
            title = Without(title, PythonText.Of(value));
        return title.Replace(" - ", " ", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
    }

    private static string Without(string title, string ignored) => ignored.Length == 0 ? title : title.Replace(ignored, "", StringComparison.Ordinal);

    private static string Statuses(IReadOnlyList<string> statuses) =>
        string.Join(',', statuses.Select(static status => status.Contains(' ', StringComparison.Ordinal) ? $"\"{status}\"" : status));
}
