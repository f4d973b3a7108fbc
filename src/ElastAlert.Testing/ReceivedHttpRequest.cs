using System.Text;
using System.Text.Json;

namespace ElastAlert.Testing;

/// <summary>Is a request that a <see cref="ScriptedHttpServer"/> received.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The path and query, as sent.</param>
/// <param name="Headers">The headers, by their name without regard to case.</param>
/// <param name="Body">The body.</param>
public sealed record ReceivedHttpRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Returns the body as text.</summary>
    public string Text() => Encoding.UTF8.GetString(Body);

    /// <summary>Returns the body as JSON.</summary>
    public JsonElement Json() => JsonElement.Parse(Body);
}
