using System.Net.Http.Headers;
using System.Text;

namespace ElastAlert.Search.Http;

/// <summary>Signs in with the same <c>Authorization</c> header on every request.</summary>
internal sealed class HeaderAuthentication(AuthenticationHeaderValue header) : IRequestAuthentication
{
    public static HeaderAuthentication ApiKey(string key) => new(new AuthenticationHeaderValue("ApiKey", key));

    public static HeaderAuthentication Bearer(string token) => new(new AuthenticationHeaderValue("Bearer", token));

    public static HeaderAuthentication Basic(string username, string password) =>
        new(new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"))));

    public ValueTask ApplyAsync(HttpRequestMessage message, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        message.Headers.Authorization = header;
        return ValueTask.CompletedTask;
    }
}
