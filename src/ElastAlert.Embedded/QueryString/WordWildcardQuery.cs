using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Queries;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.QueryString;

/// <summary>Matches a term by a pattern, in lower case where the field has words.</summary>
internal sealed class WordWildcardQuery(string field, string pattern) : Query
{
    public override DocumentSet Evaluate(IndexView view) =>
        new WildcardQuery(field, FieldTerms.Normalize(view, field, pattern)).Evaluate(view);
}
