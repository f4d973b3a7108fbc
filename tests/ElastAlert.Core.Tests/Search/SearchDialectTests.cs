using System.Text;
using System.Text.Json;
using ElastAlert.Search;

namespace ElastAlert.Core.Tests.Search;

public sealed class SearchDialectTests
{
    [Theory]
    [InlineData("7.9.3", "", false)]
    [InlineData("7.10.2", "", false)]
    [InlineData("7.12.0", "", true)]
    [InlineData("8.11.0-SNAPSHOT", "", true)]
    [InlineData("9.5.3", "", true)]
    [InlineData("1.3.0", "opensearch", false)]
    [InlineData("2.3.0", "opensearch", false)]
    [InlineData("2.4.0", "opensearch", true)]
    [InlineData("3.8.0", "opensearch", true)]
    [InlineData("unreadable", "", false)]
    public void Of_Version_DecidesHowLongAnswersAreRead(string number, string distribution, bool hasPointInTime)
    {
        Dialect(number, distribution).HasPointInTime.Should().Be(hasPointInTime);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"version": "9"}""")]
    public void Of_SomethingElse_IsUnknown(string root)
    {
        SearchDialect.Of(JsonElement.Parse(root)).Should().BeSameAs(SearchDialect.Unknown);
    }

    [Fact]
    public void OpenPointInTime_Elasticsearch_LeavesOutMissingIndices()
    {
        Dialect("9.0.0", "").OpenPointInTime("logs-*,<a-{now/d}>", "30s").Path
            .Should().Be("/logs-*,%3Ca-%7Bnow%2Fd%7D%3E/_pit?keep_alive=30s&ignore_unavailable=true");
    }

    [Fact]
    public void PointInTime_OpenSearch_HasItsOwnRequests()
    {
        var dialect = Dialect("3.8.0", "opensearch");

        dialect.OpenPointInTime("a", "1m").Path.Should().Be("/a/_search/point_in_time?keep_alive=1m&ignore_unavailable=true");
        dialect.PointInTimeOf(JsonElement.Parse("""{"pit_id": "x"}""")).Should().Be("x");
        Encoding.UTF8.GetString(dialect.ClosePointInTime("x").Body.Span).Should().Be("""{"pit_id":["x"]}""");
        dialect.TieBreaker.Should().Be("_doc");
    }

    internal static SearchDialect Dialect(string number, string distribution) =>
        SearchDialect.Of(JsonElement.Parse($$$"""{"version": {"number": "{{{number}}}", "distribution": "{{{distribution}}}"}}"""));
}
