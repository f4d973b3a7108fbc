using ElastAlert.Embedded;

namespace ElastAlert.IntegrationTests.Search;

public sealed class EmbeddedRuleQueryTests() : RuleQueryTests(Open)
{
    private static readonly Lazy<EmbeddedSearch> Search = new(() => new EmbeddedSearch(TimeProvider.System));

    private static EmbeddedSearchTransport Open() => new(Search.Value);
}
