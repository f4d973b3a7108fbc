using System.Text.Json;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Segments;
using ElastAlert.Embedded.Terms;

namespace ElastAlert.Embedded.Queries;

/// <summary>Matches documents with a term that fits a pattern of <c>*</c> and <c>?</c>.</summary>
internal sealed class WildcardQuery(string field, string pattern, bool ignoresCase = false) : Query
{
    public static Query Read(JsonElement body, QueryReader reader)
    {
        var (field, options) = QueryOptions.ForField("wildcard", body, "value", "wildcard");
        var pattern = options.RequireText("value");
        var ignoresCase = options.TakeFlag("case_insensitive");
        options.Ignore("rewrite");
        options.End();
        return new WildcardQuery(field, pattern, ignoresCase);
    }

    public override DocumentSet Evaluate(IndexView view)
    {
        var glob = Glob.ForTerms(pattern, ignoresCase);
        return FieldTerms.Matching(view, field, "wildcard", glob.Matches);
    }
}
