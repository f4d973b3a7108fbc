using System.Net;
using ElastAlert.Alerting.Text.Links;
using ElastAlert.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ElastAlert.Core.Tests.Alerting.Text.Links;

public sealed class DiscoverLinksTests
{
    private const string KibanaRule = """
        "generate_kibana_discover_url": true, "kibana_discover_app_url": "app/discover#/", "kibana_discover_index_pattern_id": "idx*"
        """;

    private const string Filters = """
        [{"query": {"query_string": {"query": "a:\"b c\""}}}, {"term": {"x": 1}}]
        """;

    private const string T57Global =
        "_g=(filters:!(),refreshInterval:(pause:!t,value:0),time:(from:'2024-01-01T11:50:00Z',to:'2024-01-01T12:10:00Z'))";

    private readonly List<HttpRequestMessage> _requests = [];
    private readonly List<string> _bodies = [];

    [Fact]
    public async Task T57_KibanaLink_HoldsFiltersAndQueryKey()
    {
        var link = await LinkAsync(KibanaRule, """{"@timestamp": "2024-01-01T12:00:00Z", "u": "bob"}""", Filters, "u");

        Uri.UnescapeDataString(link).Should().Be("app/discover#/?" + T57Global
            + "&_a=(columns:!(_source),filters:!(('$state':(store:appState),bool:(must:!((query_string:(query:'a:\"b c\"')),(term:(x:1)))),"
            + "meta:(alias:filter,disabled:!f,index:'idx*',key:bool,negate:!f,type:custom,"
            + "value:'{\"must\":[{\"query_string\":{\"query\":\"a:\\\"b c\\\"\"}},{\"term\":{\"x\":1}}]}')),"
            + "('$state':(store:appState),meta:(alias:!n,disabled:!f,index:'idx*',key:u,negate:!f,params:(query:bob,type:phrase),type:phrase,value:bob),"
            + "query:(match:(u:(query:bob,type:phrase))))),index:'idx*',interval:auto)");
    }

    [Theory]
    [InlineData("5", "params:(query:5,type:phrase),type:phrase,value:'5'")]
    [InlineData("[\"x\"]", "params:(query:x,type:phrase),type:phrase,value:x")]
    [InlineData("[\"x\", \"y\"]", "params:(query:!(x,y),type:phrase),type:phrase,value:'[!'x!', !'y!']'")]
    [InlineData("[\"\"]", "exists:(field:b),meta:(alias:!n,disabled:!f,index:'idx*',key:b,negate:!t,type:exists,value:exists)")]
    [InlineData("\"\"", "exists:(field:b)")]
    [InlineData("null", "exists:(field:b)")]
    [InlineData("1e20", "params:(query:1e20,type:phrase),type:phrase,value:'1e+20'")]
    [InlineData("\"a+b~c\"", "params:(query:a+b~c,type:phrase)")]
    [InlineData("\"a\\\\b\"", "params:(query:a\\b,type:phrase)")]
    [InlineData("\"a\\nb c\"", "params:(query:a\nb c,type:phrase)")]
    public async Task T57_QueryKeyOfOtherKinds_IsPhraseOrMissing(string value, string expected)
    {
        var link = await LinkAsync(KibanaRule, $$"""{"@timestamp": "2024-01-01T12:00:00Z", "b": {{value}}}""", "[]", "b");

        Uri.UnescapeDataString(link).Should().Contain(expected);
    }

    [Fact]
    public async Task T57_FilterWithLettersBeyondAscii_IsWrittenAsPythonDoes()
    {
        var link = await LinkAsync(KibanaRule, Match, """[{"term": {"a": "é😀\u007f"}}]""", null);

        Uri.UnescapeDataString(link).Should().Contain("""value:'{"must":[{"term":{"a":"\u00e9\ud83d\ude00\u007f"}}]}'""");
    }

    [Theory]
    [InlineData("http://k:5601/base/", "http://k:5601/base/app/discover?security_tenant=ten#/?_g=")]
    [InlineData("http://k:5601/base", "http://k:5601/app/discover?security_tenant=ten#/?_g=")]
    [InlineData("http://k:5601", "http://k:5601/app/discover?security_tenant=ten#/?_g=")]
    public async Task T57_BaseAddressAndTenant_AreJoinedAsTheReferenceDoes(string baseUrl, string expected)
    {
        var link = await LinkAsync($"{KibanaRule}, \"kibana_url\": \"{baseUrl}\", \"kibana_discover_security_tenant\": \"ten\"", Match, "[]", null);

        link.Should().StartWith(expected);
    }

    [Fact]
    public async Task T57_ShortLink_IsMadeByKibana()
    {
        var link = await LinkAsync(
            $"{KibanaRule}, \"kibana_url\": \"http://k:5601/base/\", \"kibana_discover_security_tenant\": \"ten\", \"shorten_kibana_discover_url\": true, "
            + "\"kibana_username\": \"u\", \"kibana_password\": \"p\"",
            Match, "[]", null, """{"id": "abc"}""");

        link.Should().Be("http://k:5601/base/goto/abc?security_tenant=ten");
        var request = _requests.Should().ContainSingle().Subject;
        request.RequestUri!.OriginalString.Should().Be("http://k:5601/base/api/short_url?security_tenant=ten");
        request.Headers.GetValues("kbn-xsrf").Should().Equal("elastalert");
        request.Headers.GetValues("osd-xsrf").Should().Equal("elastalert");
        request.Headers.Authorization!.Scheme.Should().Be("Basic");
        _bodies.Should().ContainSingle().Which.Should().StartWith(
            "{\"locatorId\":\"LEGACY_SHORT_URL_LOCATOR\",\"params\":{\"url\":\"/app/discover?security_tenant=ten#/?_g=");
    }

    [Fact]
    public async Task Create_OlderKibana_IsAskedInItsOwnWay()
    {
        var link = await LinkAsync(
            $"{KibanaRule}, \"kibana_url\": \"http://k:5601/\", \"shorten_kibana_discover_url\": true, \"kibana_discover_version\": \"7.15\"",
            Match, "[]", null, """{"urlId": "abc"}""");

        link.Should().Be("http://k:5601/goto/abc");
        _requests[0].RequestUri!.AbsolutePath.Should().Be("/api/shorten_url");
        _bodies[0].Should().StartWith("{\"url\":\"/app/discover#/?_g=");
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData(null)]
    public async Task Create_KibanaDoesNotShorten_GivesTheLongLink(string? answer)
    {
        var link = await LinkAsync($"{KibanaRule}, \"kibana_url\": \"http://k:5601/\", \"shorten_kibana_discover_url\": true", Match, "[]", null, answer);

        link.Should().StartWith("http://k:5601/app/discover#/?_g=");
    }

    [Fact]
    public async Task T58_OpenSearchLink_HoldsItsThreeParts()
    {
        var link = await LinkAsync(
            """
            "generate_opensearch_discover_url": true, "opensearch_discover_app_url": "app/data-explorer/discover?security_tenant=Admin#",
            "opensearch_discover_index_pattern_id": "idx*"
            """,
            Match, "[]", "u");

        Uri.UnescapeDataString(link).Should().Be("app/data-explorer/discover?security_tenant=Admin#?" + T57Global
            + "&_a=(discover:(columns:!(_source),isDirty:!f,sort:!()),metadata:(indexPattern:'idx*',view:discover))"
            + "&_q=(filters:!(('$state':(store:appState),exists:(field:u),meta:(alias:!n,disabled:!f,index:'idx*',key:u,negate:!t,type:exists,value:exists,view:discover))),"
            + "query:(language:lucene,query:''))");
    }

    [Fact]
    public async Task Create_SpansAndColumns_AreThoseOfTheRule()
    {
        var link = await LinkAsync(
            KibanaRule.Replace("app/discover", "${SPACE}/app/discover", StringComparison.Ordinal) + """
            , "kibana_discover_from_timedelta": {"hours": 1}, "kibana_discover_to_timedelta": {"minutes": 2}, "kibana_discover_columns": ["a b", "c"]
            """,
            Match, "[]", null);

        link.Should().StartWith("s/ops/app/discover#/?_g=").And.NotContain(" ");
        Uri.UnescapeDataString(link).Should().Contain("from:'2024-01-01T11:00:00Z',to:'2024-01-01T12:02:00Z'").And.Contain("columns:!('a b',c)");
    }

    [Fact]
    public void Check_OptionsThatAreMissing_AreNamed()
    {
        var rule = Some.Rule(optionsJson: """{"generate_kibana_discover_url": true}""");

        DiscoverLinkCheck.Check(rule).Select(static problem => problem.Message).Should().Equal(
            "needs kibana_discover_app_url: alerts carry no link.", "needs kibana_discover_index_pattern_id: alerts carry no link.");
    }

    private const string Match = """{"@timestamp": "2024-01-01T12:00:00Z"}""";

    private async Task<string> LinkAsync(string options, string match, string filters, string? queryKey, string? answer = null)
    {
        var rule = Some.Rule(optionsJson: $"{{{options}}}");
        rule = rule with
        {
            Query = rule.Query with { Filter = [.. System.Text.Json.JsonElement.Parse(filters).EnumerateArray()], QueryKey = queryKey },
            Schedule = rule.Schedule with { Timeframe = null },
        };
        using var handler = new AnsweringHandler(this, answer);
        using var client = new HttpClient(handler);
        var links = new DiscoverLinks(static name => name == "SPACE" ? "s/ops" : null, _ => client, NullLogger.Instance);

        var created = await links.CreateAsync(rule, Some.Match(match, new DateTimeOffset(2024, 1, 1, 12, 0, 0, TimeSpan.Zero)), CancellationToken.None);

        return created.Should().ContainSingle().Subject.Value;
    }

    private sealed class AnsweringHandler(DiscoverLinksTests tests, string? answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            tests._requests.Add(request);
            tests._bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return answer is null ? throw new HttpRequestException("refused") : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) };
        }
    }
}
