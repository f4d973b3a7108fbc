namespace ElastAlert.Configuration.Schema;

/// <summary>Says what an alerter of the reference needs.</summary>
/// <param name="Name">The name.</param>
/// <param name="Required">The options that must be there.</param>
/// <param name="Account">The option that names a file with a user and a password, or <see langword="null"/>.</param>
internal sealed record AlerterSchema(string Name, IReadOnlyList<string> Required, string? Account);
