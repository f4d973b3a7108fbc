using ElastAlert.Embedded.Analysis;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Queries;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.QueryString;

/// <summary>Matches the beginning of a term, in lower case where the field has words.</summary>
internal sealed class WordPrefixQuery(string field, string prefix, bool analyzes, bool needsAll) : Query
{
    public override DocumentSet Evaluate(IndexView view)
    {
        if (analyzes && view.Find(field)?.Type is TextType)
            return EvaluateWords(view, StandardAnalyzer.Analyze(prefix));
        return new PrefixQuery(field, FieldTerms.Normalize(view, field, prefix)).Evaluate(view);
    }

    private DocumentSet EvaluateWords(IndexView view, List<string> words)
    {
        if (words.Count == 0)
            return view.None();
        var sets = words[..^1].Select(word => FieldTerms.Matching(view, field, "term", word.Equals))
            .Append(new PrefixQuery(field, words[^1]).Evaluate(view)).ToList();
        return Counting.AtLeast(sets, needsAll ? sets.Count : 1, view);
    }
}
