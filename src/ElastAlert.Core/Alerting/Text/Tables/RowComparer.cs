namespace ElastAlert.Alerting.Text.Tables;

/// <summary>Compares rows cell by cell.</summary>
internal sealed class RowComparer : IEqualityComparer<string[]>
{
    public static RowComparer Instance { get; } = new();

    public bool Equals(string[]? x, string[]? y) => x is null || y is null ? ReferenceEquals(x, y) : x.AsSpan().SequenceEqual(y);

    public int GetHashCode(string[] row)
    {
        var hash = default(HashCode);
        foreach (var cell in row)
            hash.Add(cell, StringComparer.Ordinal);
        return hash.ToHashCode();
    }
}
