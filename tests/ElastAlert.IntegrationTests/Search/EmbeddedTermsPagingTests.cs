using ElastAlert.Embedded;

namespace ElastAlert.IntegrationTests.Search;

public sealed class EmbeddedTermsPagingTests() : TermsPagingTests(Open)
{
    private static readonly Lazy<EmbeddedSearch> Search = new(() => new EmbeddedSearch(TimeProvider.System));

    private static EmbeddedSearchTransport Open() => new(Search.Value);
}
