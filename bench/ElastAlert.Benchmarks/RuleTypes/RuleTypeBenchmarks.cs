using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ElastAlert.Configuration;
using ElastAlert.Hosting;
using ElastAlert.Querying;
using ElastAlert.Search;
using ElastAlert.Testing;
using ElastAlert.Values;

namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Compares evaluating an answer with parsing it; the figures are per event.</summary>
[MemoryDiagnoser]
public abstract class RuleTypeBenchmarks
{
    private readonly string _options;
    private RuleTypeRegistration _type = null!;
    private Rule _rule = null!;
    private byte[] _answer = null!;
    private JsonDocument _parsed = null!;
    private RuleInput _input = null!;
    private IRuleType _familiar = null!;
    private DateTimeOffset _end = Pages.End;

    /// <summary>Creates benchmarks of a rule.</summary>
    /// <param name="options">Its options as JSON.</param>
    protected RuleTypeBenchmarks(string options) => _options = options;

    /// <summary>Gets what each bucket of the answer holds, or null when the answer is a page of hits.</summary>
    protected virtual string? Element => null;

    /// <summary>Parses the answer once.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var catalog = new ExtensionCatalog(BuiltInRuleTypes.All, [], []);
        var options = Some.Options(_options).Overlay(Some.Options("""{ "name": "bench", "index": "shop-*", "alert": "debug", "use_local_time": false }"""));
        _rule = new RuleReader(new GlobalOptions(), catalog, static _ => null).Read(options, new SourceLocation("bench.yaml", 1, 1)).Rule!;
        catalog.TryGetRuleType(_rule.Type, out _type!);
        _answer = Element is null ? Pages.Hits() : Pages.Aggregation(Element);
        _parsed = JsonDocument.Parse(_answer);
        _input = Input(_parsed.RootElement);
        _familiar = _type.Create(new RuleTypeContext(_rule, NoServices.Instance));
    }

    /// <summary>Reads the answer from a stream and parses it, as the engine does, and makes the input of it.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Pages.Size)]
    public async Task<int> Parse()
    {
        using var answer = await SearchAnswer.ReadAsync(new SearchResponse(200, new MemoryStream(_answer)), CancellationToken.None);
        return Input(answer.Root).GetHashCode();
    }

    /// <summary>Evaluates the answer by a fresh rule type, and ends the window.</summary>
    [Benchmark(OperationsPerInvoke = Pages.Size)]
    public int Evaluate()
    {
        var type = _type.Create(new RuleTypeContext(_rule, NoServices.Instance));
        return type.Evaluate(_input).Count + type.Evaluate(new RuleInput.WindowEnd(Pages.End)).Count;
    }

    /// <summary>Evaluates the answer about the next minute by the same rule type, which knows the keys.</summary>
    protected int EvaluateNext()
    {
        _end += TimeSpan.FromMinutes(1);
        return _familiar.Evaluate((RuleInput.Aggregation)_input with { At = _end }).Count;
    }

    private RuleInput Input(JsonElement answer)
    {
        if (Element is not null)
            return new RuleInput.Aggregation(Pages.End, answer.GetProperty("aggregations"));
        var reader = new HitReader(_rule);
        return new RuleInput.Hits([.. answer.GetProperty("hits").GetProperty("hits").EnumerateArray().Select(reader.Read)]);
    }

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
