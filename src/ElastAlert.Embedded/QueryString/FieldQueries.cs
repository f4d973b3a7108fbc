using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Queries;

namespace ElastAlert.Embedded.QueryString;

/// <summary>Turns what a query string searches in a field into queries; without a field the default ones are searched.</summary>
internal sealed class FieldQueries(QueryStringOptions options)
{
    public Query Text(string? field, string text)
    {
        if (field == "_exists_")
            return new ExistsQuery(text);
        if (field is not null && Comparison(text) is { } range)
            return Range(field, range);
        return On(field, name => options.IsPhrase
            ? new MatchPhraseQuery(name, new QueryValue(text), options.Now) { IsLenient = options.IsLenient }
            : new MatchQuery(name, new QueryValue(text), options.Now) { NeedsAll = options.NeedsAll, IsLenient = options.IsLenient });
    }

    public Query Phrase(string? field, string text) =>
        field == "_exists_"
            ? new ExistsQuery(text)
            : On(field, name => new MatchPhraseQuery(name, new QueryValue(text), options.Now) { IsLenient = options.IsLenient });

    public Query Wildcard(string? field, string pattern)
    {
        if (field == "_exists_")
            return new ExistsQuery(pattern);
        if (pattern != "*")
            return On(field, name => new WordWildcardQuery(name, pattern));
        return field is "*" || (field is null && options.Fields is ["*"]) ? MatchAllQuery.Instance : On(field, name => new ExistsQuery(name));
    }

    public Query Prefix(string? field, string prefix)
    {
        if (field == "_exists_")
            return new ExistsQuery(prefix + "*");
        return On(field, name => new WordPrefixQuery(name, prefix, options.AnalyzesWildcards, options.NeedsAll));
    }

    public Query Regex(string? field, string pattern) => On(field, name => new RegexpQuery(name, pattern));

    public Query Range(string? field, RangeToken range) =>
        On(field, name => new RangeQuery(name, new RangeBounds(Bound(range.From), range.IncludesFrom, Bound(range.To), range.IncludesTo, options.Now)
        {
            Zone = options.Zone,
        }));

    private static QueryValue? Bound(string? text) => text is null ? null : new QueryValue(text);

    private static RangeToken? Comparison(string text) => text switch
    {
        ['>', '=', _, ..] => new RangeToken(text[2..], true, null, true),
        ['>', _, ..] => new RangeToken(text[1..], false, null, true),
        ['<', '=', _, ..] => new RangeToken(null, true, text[2..], true),
        ['<', _, ..] => new RangeToken(null, true, text[1..], false),
        _ => null,
    };

    private AnyFieldQuery On(string? field, Func<string, Query> create) =>
        new(field is null ? options.Fields : [field], options.IsLenient, create);
}
