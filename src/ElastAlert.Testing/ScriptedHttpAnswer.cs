namespace ElastAlert.Testing;

/// <summary>Is an answer of a <see cref="ScriptedHttpServer"/>.</summary>
/// <param name="StatusCode">The status.</param>
/// <param name="Body">The body.</param>
public sealed record ScriptedHttpAnswer(int StatusCode = 200, string Body = "{}")
{
    /// <summary>Gets after how many bytes of the body the connection breaks, or <see langword="null"/> when it does not.</summary>
    public int? BreaksAfter { get; init; }

    /// <summary>Gets headers besides the length and type of the body.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
