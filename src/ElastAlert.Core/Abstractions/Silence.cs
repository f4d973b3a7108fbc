namespace ElastAlert;

/// <summary>Says that a key is silent: its matches make no alert before a moment.</summary>
/// <param name="Key">The silence key: realert key, and the text of the query key after a dot (engine.md 5.2).</param>
/// <param name="Until">The moment at which the silence ends.</param>
/// <param name="Exponent">How often an exponential realert has doubled.</param>
public sealed record Silence(string Key, DateTimeOffset Until, int Exponent = 0);
