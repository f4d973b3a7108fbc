using System.Text.Json;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Matches documents with a term that begins with a text.</summary>
internal sealed class PrefixQuery(string field, string prefix, bool ignoresCase = false) : Query
{
    public static Query Read(JsonElement body, QueryReader reader)
    {
        var (field, options) = QueryOptions.ForField("prefix", body, "value");
        var prefix = options.RequireText("value");
        var ignoresCase = options.TakeFlag("case_insensitive");
        options.Ignore("rewrite");
        options.End();
        return new PrefixQuery(field, prefix, ignoresCase);
    }

    public override DocumentSet Evaluate(IndexView view)
    {
        var comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return FieldTerms.Matching(view, field, "prefix", term => term.StartsWith(prefix, comparison));
    }
}
