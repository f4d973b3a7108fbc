namespace ElastAlert.Values;

/// <summary>Compares keys, and keys with the text that one is of, so that a key that is there is found without making a string.</summary>
internal sealed class FieldKeyComparer : IEqualityComparer<FieldKey>, IAlternateEqualityComparer<ReadOnlySpan<char>, FieldKey>
{
    private FieldKeyComparer()
    {
    }

    /// <summary>Gets the comparer.</summary>
    public static FieldKeyComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(FieldKey x, FieldKey y) => x == y;

    /// <inheritdoc/>
    public bool Equals(ReadOnlySpan<char> alternate, FieldKey other) => other.IsText(alternate);

    /// <inheritdoc/>
    public int GetHashCode(FieldKey obj) => obj.GetHashCode();

    /// <inheritdoc/>
    public int GetHashCode(ReadOnlySpan<char> alternate) => string.GetHashCode(alternate);

    /// <inheritdoc/>
    public FieldKey Create(ReadOnlySpan<char> alternate) => FieldKey.Of(alternate.ToString());
}
