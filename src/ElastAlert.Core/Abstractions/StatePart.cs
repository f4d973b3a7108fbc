namespace ElastAlert;

/// <summary>Is a named piece of state.</summary>
/// <param name="Name">The name: lower case letters, digits, <c>.</c>, <c>-</c> and <c>/</c>.</param>
/// <param name="Content">The content; empty to remove the part.</param>
public sealed record StatePart(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>
    /// The beginning of the names of parts that are only read one by one, because there may be very many: a store that can leaves them out of
    /// <see cref="RuleState.Parts"/>.
    /// </summary>
    public const string WaitingPrefix = "waiting/";
}
