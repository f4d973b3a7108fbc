using System.Text.Json;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Segments;
using ElastAlert.Embedded.Terms;

namespace ElastAlert.Embedded.Queries;

/// <summary>Matches documents with a term that fits a regular expression as a whole.</summary>
internal sealed class RegexpQuery(string field, string pattern, bool ignoresCase = false) : Query
{
    public static Query Read(JsonElement body, QueryReader reader)
    {
        var (field, options) = QueryOptions.ForField("regexp", body, "value");
        var pattern = options.RequireText("value");
        var ignoresCase = options.TakeFlag("case_insensitive");
        options.Allow("flags", "ALL");
        options.Ignore("rewrite", "max_determinized_states");
        options.End();
        return new RegexpQuery(field, pattern, ignoresCase);
    }

    public override DocumentSet Evaluate(IndexView view) =>
        FieldTerms.Matching(view, field, "regexp", LuceneRegex.Parse(pattern, ignoresCase).IsMatch);
}
