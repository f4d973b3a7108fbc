using ElastAlert.IntegrationTests.Servers;

namespace ElastAlert.IntegrationTests.Conformance;

/// <summary>Sends the same requests to the embedded server and to a real one, and compares the answers.</summary>
[Trait("Category", "Conformance")]
public abstract class ConformanceTests(SearchServerFixture fixture, ConformanceServers servers) : IAsyncLifetime
{
    public static TheoryData<string> QueryStrings => new(ConformanceRequests.Lines("query-strings.txt"));

    public static TheoryData<string> Queries => new(ConformanceRequests.Lines("queries.ndjson"));

    public static TheoryData<string> MappedQueries => new(ConformanceRequests.Lines("mapped-queries.ndjson"));

    public static TheoryData<string> Aggregations => new(ConformanceRequests.Lines("aggregations.ndjson"));

    public static TheoryData<string> Searches => new(ConformanceRequests.Lines("searches.ndjson"));

    public static TheoryData<string> Scenarios => new(ConformanceRequests.Scenarios().Select(scenario => scenario["name"]!.GetValue<string>()));

    [Theory]
    [MemberData(nameof(QueryStrings))]
    public Task QueryString_OnBothServers_AnswersAlike(string line) => CompareAsync(line, ConformanceRequests.QueryString(line));

    [Theory]
    [MemberData(nameof(Queries))]
    public Task Query_OnBothServers_AnswersAlike(string line) => CompareAsync(line, ConformanceRequests.Query("conf-logs-*", line));

    [Theory]
    [MemberData(nameof(MappedQueries))]
    public Task Query_OfMappedFields_AnswersAlike(string line) => CompareAsync(line, ConformanceRequests.Query("conf-mapped", line));

    [Theory]
    [MemberData(nameof(Aggregations))]
    public Task Aggregation_OnBothServers_AnswersAlike(string line) => CompareAsync(line, ConformanceRequests.Aggregations(line));

    [Theory]
    [MemberData(nameof(Searches))]
    public Task Search_OnBothServers_AnswersAlike(string line) => CompareAsync(line, ConformanceRequests.Any(line));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Scenario_OnBothServers_AnswersAlike(string name)
    {
        var scenario = ConformanceRequests.Scenario(name);
        var isFor = scenario["servers"]?.AsArray().Any(server => server!.GetValue<string>() == fixture.Server.Name) ?? true;
        Assert.SkipUnless(isFor, $"{fixture.Server.Name} does not have this.");
        var kept = new Dictionary<string, string>();
        var keptHere = new Dictionary<string, string>();
        var differences = new List<string>();

        var number = 0;
        foreach (var step in scenario["steps"]!.AsArray())
        {
            var request = ConformanceRequest.Read(step!.AsObject());
            var place = $"step {++number} {request.Method} {request.Path} ";
            if (KnownDifferences.Reason(fixture.Server.Name, $"{name} {number}") is not null)
                continue;
            var expected = await ServerAnswer.AskAsync(fixture.Server.Transport, request.ToSearchRequest(kept));
            var actual = await ServerAnswer.AskAsync(servers.Embedded, request.ToSearchRequest(keptHere));
            differences.AddRange(Differences(expected, actual, request).Select(difference => place + difference));
            foreach (var (place2, member) in request.Keeps)
                (kept[place2], keptHere[place2]) = (expected.Member(member)!, actual.Member(member)!);
        }

        differences.Should().BeEmpty();
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await servers.LoadAsync(fixture.Server);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private async Task CompareAsync(string line, ConformanceRequest request)
    {
        if (KnownDifferences.Reason(fixture.Server.Name, line) is { } reason)
            Assert.Skip(reason);
        var none = new Dictionary<string, string>();

        var expected = await ServerAnswer.AskAsync(fixture.Server.Transport, request.ToSearchRequest(none));
        var actual = await ServerAnswer.AskAsync(servers.Embedded, request.ToSearchRequest(none));

        Differences(expected, actual, request).Should().BeEmpty();
    }

    private List<string> Differences(ServerAnswer expected, ServerAnswer actual, ConformanceRequest request)
    {
        if (expected.Status != actual.Status)
            return [$"status: expected {expected.Status} {expected.Body?["error"]?.ToJsonString()}, got {actual.Status} {actual.Body?["error"]?.ToJsonString()}"];
        var isSorted = request.Body.Contains("\"sort\"", StringComparison.Ordinal) || request.Path.Contains("sort=", StringComparison.Ordinal) || request.Path.Contains("scroll", StringComparison.Ordinal);
        var without = Without(request);
        return [.. JsonDifferences.Find(expected.Comparable(isSorted, without), actual.Comparable(isSorted, without)).Take(5)];
    }

    // Handles of scrolls and the like differ by nature; OpenSearch does not name ignored fields, nor show all members of an answer to a change.
    private List<string> Without(ConformanceRequest request)
    {
        List<string> without = [.. request.Keeps.Values];
        if (fixture.Server.Name == OpenSearch3Server.Name)
            without.AddRange(["_ignored", "ignored_field_values"]);
        if (fixture.Server.Name != Elasticsearch9Server.Name)
            without.Add("errors");
        return without;
    }
}
