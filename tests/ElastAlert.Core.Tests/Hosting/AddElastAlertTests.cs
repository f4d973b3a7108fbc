using ElastAlert.Embedded;
using ElastAlert.Hosting;
using ElastAlert.State.InMemory;
using ElastAlert.Testing;
using ElastAlert.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace ElastAlert.Core.Tests.Hosting;

public sealed class AddElastAlertTests
{
    private static readonly string[] TwoErrors =
        ["""{"@timestamp":"2024-05-01T11:58:00Z","level":"error","host":"a"}""", """{"@timestamp":"2024-05-01T11:59:00Z","level":"error","host":"a"}"""];

    [Fact]
    public async Task Run_RuleInCode_IsDetectedAndDelivered()
    {
        await using var host = RuleTestHost.Create(rule => rule
            .Index("logs-*").Filter(Query.Text("level:error")).Frequency(2, TimeSpan.FromMinutes(5)).QueryKey("host"));
        host.Index("logs-1", TwoErrors);

        var result = await host.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        result.Report.Hits.Should().Be(2);
        result.Report.Decisions.Should().ContainSingle().Which.Outcome.Should().Be(MatchOutcome.Delivered);
        result.Alerts.Should().ContainSingle().Which.Matches[0].Fields.Find("@timestamp").AsText().Should().Be("2024-05-01T11:59:00Z");
    }

    [Fact]
    public async Task Replay_RuleInCode_DeliversAtTheMinuteOfTheMatch()
    {
        await using var host = RuleTestHost.Create(rule => rule.Index("logs-*").Any().Realert(TimeSpan.Zero));
        host.Index("logs-1", TwoErrors);

        var deliveries = await host.ReplayAsync(host.Clock.GetUtcNow().AddMinutes(-5), TestContext.Current.CancellationToken);

        deliveries.Select(delivery => delivery.Time.Minute).Should().Equal(58, 59);
    }

    [Fact]
    public async Task Run_CustomRuleTypeAlerterAndEnhancement_AreUsedWithTheirOptionsAndServices()
    {
        var pages = new List<string>();
        await using var host = RuleTestHost.Create(
            rule => rule.Index("logs-*").Type("my_module.Everything").Enhance("shout").Alert("pager", new PagerOptions { Team = "web", Urgency = 5 }),
            elastAlert =>
            {
                elastAlert.Services.AddSingleton(pages);
                elastAlert.AddRuleType<EverythingRuleType>("my_module.Everything").AddAlerter<PagerAlerter, PagerOptions>("pager").AddEnhancement<ShoutEnhancement>("shout");
            });
        host.Index("logs-1", TwoErrors);

        await host.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        pages.Should().Equal("web 5: ERROR");
    }

    [Fact]
    public async Task Run_RuleInCodeWithErrors_NamesEveryOne()
    {
        await using var host = RuleTestHost.Create(rule => rule.Index("logs-*").Type("frequency").Alert("pager"));

        var run = () => host.RunAsync(cancellationToken: TestContext.Current.CancellationToken);

        (await run.Should().ThrowAsync<RuleLoadException>()).Which.Problems.Select(problem => problem.Key)
            .Should().Contain(["num_events", "timeframe", "alert[0]"]);
    }

    [Fact]
    public async Task Start_TwoEnginesInOneHost_RunSideBySide()
    {
        using var search = new EmbeddedSearch();
        var (first, second) = (new CollectingAlerter(), new CollectingAlerter());
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddElastAlert(elastAlert => Simple(elastAlert, search, first, "a"));
        builder.Services.AddElastAlert("tenant-b", elastAlert => Simple(elastAlert, search, second, "b"));
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        var rules = host.Services.GetRequiredService<IElastAlertEngine>().Rules.Select(status => status.Rule.Name);
        var others = host.Services.GetRequiredKeyedService<IElastAlertEngine>("tenant-b").Rules.Select(status => status.Rule.Name);
        var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);

        rules.Should().Equal("a");
        others.Should().Equal("b");
        health.Entries.Keys.Should().BeEquivalentTo("elastalert", "elastalert-tenant-b");
    }

    [Fact]
    public async Task Health_RuleWhoseAlerterIsNotThere_IsDegradedAndNamesIt()
    {
        using var search = new EmbeddedSearch();
        var services = new ServiceCollection().AddElastAlert(elastAlert => Simple(elastAlert, search, new CollectingAlerter(), "a")
            .AddRule("later", rule => rule.Index("logs-*").Any().Alert("stomp")));
        await using var provider = services.BuildServiceProvider();
        var engine = provider.GetRequiredService<IElastAlertEngine>();
        await engine.ReloadAsync(TestContext.Current.CancellationToken);

        var health = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

        health.Status.Should().Be(HealthStatus.Degraded);
        health.Entries["elastalert"].Data.Keys.Should().Contain("later");
        engine.Rules.Single(status => status.Rule.Name == "a").Condition.Should().Be(RuleCondition.Running);
    }

    [Fact]
    public async Task AddElastAlert_HostRegistersAStore_TheHostsStoreIsUsed()
    {
        using var search = new EmbeddedSearch();
        search.Index("logs-1", TwoErrors[0]);
        var store = new InMemoryStateStore();
        var services = new ServiceCollection().AddSingleton<IStateStore>(store).AddSingleton<IOutbox>(store)
            .AddElastAlert(elastAlert => elastAlert.UseEmbeddedSearch(search)
                .AddAlerter(new CollectingAlerter().Register()).AddRule("a", rule => rule.Index("logs-*").Any().Alert("collect")));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IElastAlertEngine>().RunSpanAsync(
            new DateTimeOffset(2024, 5, 1, 11, 50, 0, TimeSpan.Zero), new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken);

        (await store.LoadPartsAsync("", TestContext.Current.CancellationToken)).Should().NotBeEmpty();
    }

    private static ElastAlertBuilder Simple(ElastAlertBuilder elastAlert, EmbeddedSearch search, CollectingAlerter alerter, string rule) => elastAlert
        .UseEmbeddedSearch(search)
        .UseState(static _ => new InMemoryStateStore() is var store ? new StateServices(store, store) : null!)
        .AddAlerter(alerter.Register())
        .AddRule(rule, written => written.Index("logs-*").Any().Alert("collect"));

    private sealed class EverythingRuleType(Rule rule) : IRuleType
    {
        public IReadOnlyList<RuleMatch> Evaluate(RuleInput input) => input is RuleInput.Hits hits
            ? [RuleMatch.Create(hits.Items[0].Fields, FieldPath.Parse(rule.Timestamp.Field), hits.Items[0].Timestamp)]
            : [];
    }

    private sealed class ShoutEnhancement : IMatchEnhancement
    {
        public ValueTask<RuleMatch?> EnhanceAsync(RuleMatch match, Rule rule, CancellationToken cancellationToken) =>
            ValueTask.FromResult<RuleMatch?>(match with { Fields = match.Fields.With("level", match.Fields.Find("level").ToText().ToUpperInvariant()) });
    }

    private sealed class PagerOptions
    {
        public string Team { get; set; } = "";

        public int Urgency { get; set; } = 3;
    }

    private sealed class PagerAlerter(PagerOptions options, List<string> pages) : IAlerter
    {
        public Task<AlertReceipt> SendAsync(Alert alert, CancellationToken cancellationToken)
        {
            pages.Add($"{options.Team} {options.Urgency}: {alert.Matches[0].Fields.Find("level")}");
            return Task.FromResult(AlertReceipt.None);
        }
    }
}
