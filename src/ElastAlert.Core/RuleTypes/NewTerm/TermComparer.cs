using ElastAlert.Values;

namespace ElastAlert.RuleTypes.NewTerm;

/// <summary>Compares terms, and terms with texts, so that a term that is known is found without making a string.</summary>
internal sealed class TermComparer : IEqualityComparer<Term>, IAlternateEqualityComparer<TermText, Term>
{
    private TermComparer()
    {
    }

    /// <summary>Gets the comparer.</summary>
    public static TermComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(Term x, Term y) => x == y;

    /// <inheritdoc/>
    public bool Equals(TermText alternate, Term other) => alternate.IsStandIn == other.IsStandIn && other.Key.IsText(alternate.Text);

    /// <inheritdoc/>
    public int GetHashCode(Term obj) => obj.Key.GetHashCode();

    /// <inheritdoc/>
    public int GetHashCode(TermText alternate) => string.GetHashCode(alternate.Text);

    /// <inheritdoc/>
    public Term Create(TermText alternate) => new(FieldKey.Of(alternate.Text.ToString()), alternate.IsStandIn);
}
