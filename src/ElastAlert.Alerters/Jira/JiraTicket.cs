using System.Globalization;
using System.Text.Json;

namespace ElastAlert.Alerters.Jira;

/// <summary>Is a ticket that was found.</summary>
/// <param name="Key">Its key, such as <c>OPS-7</c>.</param>
/// <param name="Updated">When it was last touched, or <see langword="null"/> when Jira does not say.</param>
internal sealed record JiraTicket(string Key, DateTimeOffset? Updated)
{
    /// <summary>Returns the first ticket of an answer to a search, or <see langword="null"/>.</summary>
    public static JiraTicket? First(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("issues", out var issues) || issues.GetArrayLength() == 0)
            return null;
        var issue = issues[0];
        return new JiraTicket(issue.GetProperty("key").GetString()!, UpdatedOf(issue));
    }

    // Jira leaves the colon out of the offset: 2024-05-06T07:00:00.000+0000.
    private static DateTimeOffset? UpdatedOf(JsonElement issue) =>
        issue.TryGetProperty("fields", out var fields) && fields.TryGetProperty("updated", out var updated)
        && DateTimeOffset.TryParse(updated.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
}
