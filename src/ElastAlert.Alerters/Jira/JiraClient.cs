using System.Text.Json;
using System.Text.Json.Nodes;
using ElastAlert.Alerters.Http;
using ElastAlert.Configuration;

namespace ElastAlert.Alerters.Jira;

/// <summary>Asks Jira's REST interface, signed in as an account.</summary>
internal sealed class JiraClient(string server, Account account, AlertHttpSender sender)
{
    /// <summary>Reads something.</summary>
    /// <exception cref="AlertDeliveryException">Jira did not answer, or not with JSON.</exception>
    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken)
    {
        var call = SignedIn(new HttpCall(HttpMethod.Get, server + path));
        var answer = await sender.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return answer.Json() ?? throw HttpFailure.OfBody(answer, call, sender.Service, isTransient: true);
    }

    /// <summary>Creates something and returns the answer.</summary>
    /// <exception cref="AlertDeliveryException">Jira did not take it.</exception>
    public async Task<JsonElement?> PostAsync(string path, JsonNode body, CancellationToken cancellationToken)
    {
        var answer = await sender.SendAsync(SignedIn(HttpCall.PostJson(server + path, body)), cancellationToken).ConfigureAwait(false);
        return answer.Json();
    }

    /// <summary>Changes something.</summary>
    /// <exception cref="AlertDeliveryException">Jira did not take it.</exception>
    public Task PutAsync(string path, JsonNode body, CancellationToken cancellationToken) =>
        sender.SendAsync(SignedIn(HttpCall.PostJson(server + path, body)) with { Method = HttpMethod.Put }, cancellationToken);

    // Without the last header Jira takes a request that changes something for one that a browser was tricked into.
    private HttpCall SignedIn(HttpCall call)
    {
        call = account.ApiKey is { } key
            ? call.With("Authorization", "Bearer " + key)
            : call.WithBasic(account.User ?? "", account.Password ?? "");
        return call.With("X-Atlassian-Token", "no-check");
    }
}
