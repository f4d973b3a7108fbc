using ElastAlert.Embedded.Queries;
using ElastAlert.Embedded.QueryString;

namespace ElastAlert.Embedded.Searching;

/// <summary>Lists the kinds of queries.</summary>
internal static class SupportedQueries
{
    public static readonly IReadOnlyDictionary<string, QueryFactory> All = new Dictionary<string, QueryFactory>
    {
        ["bool"] = BoolQuery.Read,
        ["constant_score"] = ConstantScoreQuery.Read,
        ["exists"] = ExistsQuery.Read,
        ["ids"] = IdsQuery.Read,
        ["match"] = MatchQuery.Read,
        ["match_all"] = MatchAllQuery.Read,
        ["match_none"] = MatchNoneQuery.Read,
        ["match_phrase"] = MatchPhraseQuery.Read,
        ["match_phrase_prefix"] = MatchPhrasePrefixQuery.Read,
        ["multi_match"] = MultiMatchQuery.Read,
        ["prefix"] = PrefixQuery.Read,
        ["query_string"] = QueryStringQuery.Read,
        ["range"] = RangeQuery.Read,
        ["regexp"] = RegexpQuery.Read,
        ["term"] = TermQuery.Read,
        ["terms"] = TermsQuery.Read,
        ["wildcard"] = WildcardQuery.Read,
    };
}
