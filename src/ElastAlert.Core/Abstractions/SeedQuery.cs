using System.Text.Json;

namespace ElastAlert;

/// <summary>Is one search that a rule type wants answered once before its first run, such as the terms that <c>new_term</c> already knows.</summary>
/// <param name="Name">Tells the queries of one rule apart.</param>
/// <param name="Index">The index expression.</param>
/// <param name="Body">The body of the search.</param>
public sealed record SeedQuery(string Name, string Index, JsonElement Body);
