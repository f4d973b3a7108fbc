using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Matches documents with this term in a field, whatever its letters' case.</summary>
internal sealed class TermIgnoringCaseQuery(string field, QueryValue value, DateTimeOffset now) : Query
{
    public override DocumentSet Evaluate(IndexView view) =>
        view.Find(field)?.Type is NumericType
            ? FieldTerms.Equal(view, field, value, now)
            : FieldTerms.Matching(view, field, "term", term => term.Equals(value.Text, StringComparison.OrdinalIgnoreCase));
}
