using System.Text.Json;

namespace ElastAlert.Alerters.Jira;

/// <summary>Knows what a Jira is like: cloud or not, its priorities and fields. Each is asked for once, when it is first needed.</summary>
internal sealed class JiraServer(JiraClient client)
{
    private bool? _isCloud;
    private IReadOnlyList<string>? _priorities;
    private IReadOnlyList<JiraField>? _fields;

    /// <summary>Returns whether it is Jira Cloud, which names people and searches differently.</summary>
    public async Task<bool> IsCloudAsync(CancellationToken cancellationToken)
    {
        if (_isCloud is { } known)
            return known;
        var server = await client.GetAsync("/rest/api/2/serverInfo", cancellationToken).ConfigureAwait(false);
        var isCloud = server.ValueKind == JsonValueKind.Object && server.TryGetProperty("deploymentType", out var type) && type.ValueEquals("Cloud");
        _isCloud = isCloud;
        return isCloud;
    }

    /// <summary>Returns the ids of the priorities in the server's order.</summary>
    public async Task<IReadOnlyList<string>> PrioritiesAsync(CancellationToken cancellationToken) => _priorities ??=
        [.. (await client.GetAsync("/rest/api/2/priority", cancellationToken).ConfigureAwait(false)).EnumerateArray().Select(static item => item.GetProperty("id").ToString())];

    /// <summary>Returns the fields that issues can have.</summary>
    public async Task<IReadOnlyList<JiraField>> FieldsAsync(CancellationToken cancellationToken) => _fields ??=
        [.. (await client.GetAsync("/rest/api/2/field", cancellationToken).ConfigureAwait(false)).EnumerateArray().Select(JiraField.Read)];
}
