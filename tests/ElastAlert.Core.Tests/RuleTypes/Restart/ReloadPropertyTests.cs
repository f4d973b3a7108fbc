using System.Globalization;
using ElastAlert.Configuration;
using ElastAlert.Core.Tests.Configuration;
using ElastAlert.Core.Tests.Engine;
using ElastAlert.Embedded;
using ElastAlert.Engine.Reading;
using ElastAlert.Engine.Rules;
using ElastAlert.Engine.Runs;
using ElastAlert.Hosting;
using ElastAlert.Querying;
using ElastAlert.Search;
using ElastAlert.Values;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.RuleTypes.Restart;

/// <summary>
/// Holds that reading a rule again changes no match, on the way of the engine: a file that is as it was, or that says the same in other words, keeps
/// its rule running; one whose texts alone changed goes on with the windows it had.
/// </summary>
public sealed class ReloadPropertyTests
{
    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Rules() => new()
    {
        { "any", "" },
        { "blacklist", "compare_key: v\nblacklist: ['1']" },
        { "whitelist", "compare_key: v\nwhitelist: ['1']\nignore_null: false" },
        { "change", "compare_key: v\nquery_key: k\nignore_null: true" },
        { "change", "compare_key: [v, n]\nquery_key: k\nignore_null: false\ntimeframe: {seconds: 5}" },
        { "frequency", "num_events: 3\ntimeframe: {seconds: 10}\nquery_key: k\nattach_related: true" },
        { "frequency", "num_events: 4\ntimeframe: {seconds: 10}\nuse_count_query: true" },
        { "frequency", "num_events: 3\ntimeframe: {seconds: 10}\nuse_terms_query: true\nquery_key: k.keyword" },
        { "frequency", "num_events: 3\ntimeframe: {seconds: 10}\nuse_terms_query: true\nquery_key: k.keyword\nterms_size: 1\nterms_paging: true" },
        { "spike", "spike_height: 1.5\nspike_type: both\ntimeframe: {seconds: 6}\nthreshold_ref: 1\nquery_key: k" },
        { "spike", "spike_height: 1.2\nspike_type: both\ntimeframe: {seconds: 7}\nfield_value: n" },
        { "flatline", "threshold: 2\ntimeframe: {seconds: 6}" },
        { "flatline", "threshold: 2\ntimeframe: {seconds: 6}\nquery_key: k\nforget_keys: true" },
        { "new_term", "fields: [v, [k, n]]\nterms_window_size: {minutes: 1}\nwindow_step_size: {seconds: 40}\nalert_on_missing_field: true" },
        { "cardinality", "cardinality_field: v\ntimeframe: {seconds: 8}\nmax_cardinality: 2\nquery_key: k" },
        { "cardinality", "cardinality_field: v\ntimeframe: {seconds: 4}\nmin_cardinality: 2" },
        { "metric_aggregation", "metric_agg_key: n\nmetric_agg_type: avg\nmax_threshold: 4\nquery_key: k.keyword" },
        { "metric_aggregation", "metric_agg_key: n\nmetric_agg_type: sum\nmin_threshold: 9\nbucket_interval: {seconds: 5}" },
        { "percentage_match", "match_bucket_filter: [{term: {v.keyword: '1'}}]\nmax_percentage: 30" },
        { "spike_aggregation", "metric_agg_key: n\nmetric_agg_type: avg\nspike_height: 1.1\nspike_type: both\ntimeframe: {seconds: 6}\nquery_key: k.keyword" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Run_FileReadAgainAnywhere_MatchesAsWithoutReading(string type, string options)
    {
        var (matches, kept, restarted) = (0, 0, 0);
        var draws = Gen.Choose(0, 1_000_000).ArrayOf(16).ArrayOf();

        Prop.ForAll(Arb.From(draws), steps =>
        {
            var straight = RunAsync(type, options, steps, reload: null).GetAwaiter().GetResult();
            var reloaded = RunAsync(type, options, steps, Reload).GetAwaiter().GetResult();
            matches += straight.Count;

            reloaded.Should().Equal(straight);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithEndSize(60));

        matches.Should().BePositive();
        kept.Should().BePositive("a file that says the same keeps its rule running");
        restarted.Should().BePositive("a changed text makes the rule begin again");

        async Task Reload(EngineFixture engine, RuleSet loaded)
        {
            var change = RuleSetComparison.Compare([engine.Rule], loaded);
            _ = change.Start.Count == 0 ? kept++ : restarted++;
            await ApplyAsync(engine, change);
        }
    }

    private static async Task<List<string>> RunAsync(string type, string options, int[][] draws, Func<EngineFixture, RuleSet, Task>? reload)
    {
        using var search = new EmbeddedSearch(new ElastAlert.Testing.TestClock(Begin));
        await using var engine = new EngineFixture();
        using var folder = new ConfigurationFolder();
        var source = Source(engine, folder);
        folder.Write("r.yaml", Text(type, options, 0));
        engine.Rule = (await source.LoadAsync(CancellationToken.None)).Rules.Single();
        engine.DataFactory = (rule, needs) =>
            new QueriedRuleData(rule, needs, new RuleQueryRunner(rule, needs, new SearchCluster(new EmbeddedSearchTransport(search)), engine.Time));
        search.Index("log", """{ "@timestamp": "2024-01-01T00:00:00Z", "k": "a", "v": "1", "n": 1 }""");
        var (now, matches) = (Begin, new List<string>());
        foreach (var (place, draw) in draws.Index())
        {
            switch (draw[0] % 8)
            {
                case < 3:
                    foreach (var document in Enumerable.Range(1, 1 + draw[1] % 6))
                        search.Index("log", Document(now, draw[document], draw[document + 6]));
                    break;
                case < 6:
                    now += TimeSpan.FromSeconds(1 + draw[1] % 7);
                    await RunAsync(engine, now);
                    break;
                default:
                    folder.Write("r.yaml", Text(type, options, draw[1] % 4 == 0 ? 0 : place));
                    if (reload is not null)
                        await reload(engine, await source.LoadAsync(CancellationToken.None));
                    break;
            }
        }

        await RunAsync(engine, now.AddSeconds(5));
        matches.AddRange(engine.Alerter.Alerts.SelectMany(alert => alert.Matches).Select(match => $"{match.Timestamp:O} {match.Fields} {match.Summary}"));
        return matches;
    }

    // What the engine does with what it has compared: nothing, or a stop and a start.
    private static async Task ApplyAsync(EngineFixture engine, RuleChange change)
    {
        change.Stop.Should().HaveCount(change.Start.Count);
        foreach (var rule in change.Start)
            await engine.RestartAsync(rule);
    }

    private static async Task RunAsync(EngineFixture engine, DateTimeOffset now)
    {
        engine.Time.SetTo(now);
        var report = await engine.Worker.FireAsync(now, Firing.Scheduled, CancellationToken.None);
        report!.Error.Should().BeNull();
        await engine.DeliverAsync();
    }

    private static YamlRuleSource Source(EngineFixture engine, ConfigurationFolder folder)
    {
        var global = new GlobalOptions { RulesFolders = [folder.Path], RunEvery = TimeSpan.FromSeconds(5), BufferTime = TimeSpan.FromSeconds(15) };
        var catalog = new ExtensionCatalog(BuiltInRuleTypes.All, [engine.Alerter.Register()], []);
        return new YamlRuleSource(global, new RuleReader(global, catalog, static _ => null), static _ => null);
    }

    // Version 0 is the plain file; others are commented, have their options in another order, or another text.
    private static string Text(string type, string options, int version)
    {
        string[] lines = ["name: r", $"type: {type}", "index: log", "alert: collect", "realert: {minutes: 0}", .. options.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        var text = string.Join('\n', version % 2 == 0 ? lines : lines.Reverse());
        if (version > 0)
            text += $"\n# version {version}";
        return version % 3 == 1 ? text + $"\nalert_subject: version {version}\n" : text + "\n";
    }

    private static string Document(DateTimeOffset now, int draw, int other)
    {
        var at = now.AddSeconds(draw % 3 == 0 ? -(draw % 11) : draw % 4).AddMilliseconds(other % 3 * 300);
        var text = $$"""{ "@timestamp": "{{IsoTime.Format(at)}}", "k": "{{"abc"[other % 3]}}" """;
        if (draw % 5 != 0)
            text += $", \"v\": \"{other / 3 % 4}\"";
        return text + string.Create(CultureInfo.InvariantCulture, $", \"n\": {draw / 5 % 9} }}");
    }
}
