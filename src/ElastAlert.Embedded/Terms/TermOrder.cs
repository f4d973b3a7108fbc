namespace ElastAlert.Embedded.Terms;

/// <summary>Orders terms as the index does: by their UTF-8 bytes, which is by code points.</summary>
internal sealed class TermOrder : IComparer<string>
{
    public static readonly TermOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            return string.CompareOrdinal(x, y);
        var common = x.AsSpan().CommonPrefixLength(y);
        if (common == x.Length || common == y.Length)
            return x.Length.CompareTo(y.Length);
        return Rank(x[common]).CompareTo(Rank(y[common]));
    }

    // Surrogates stand for code points above all others, but their own numbers lie below those of U+E000 to U+FFFF.
    private static int Rank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
