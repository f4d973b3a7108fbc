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
    private RuleInput _input = null!;

    /// <summary>Creates benchmarks of a rule.</summary>
    /// <param name="options">Its options as JSON.</param>
    protected RuleTypeBenchmarks(string options) => _options = options;

    /// <summary>Parses the answer once.</summary>
    [GlobalSetup]
    public virtual void Prepare()
    {
        var catalog = new ExtensionCatalog(BuiltInRuleTypes.All, [], []);
        var options = Some.Options(_options).Overlay(Some.Options("""{ "name": "bench", "index": "shop-*", "alert": "debug", "use_local_time": false }"""));
        _rule = new RuleReader(new GlobalOptions(), catalog, static _ => null).Read(options, new SourceLocation("bench.yaml", 1, 1)).Rule!;
        catalog.TryGetRuleType(_rule.Type, out _type!);
        _answer = Answer();
        _input = Input(JsonDocument.Parse(_answer).RootElement);
    }

    /// <summary>Reads the answer from a stream and parses it, as the engine does, and makes the input of it.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Pages.Size)]
    public async Task<int> Parse()
    {
        var result = 0;
        for (var round = 0; round < Rounds; round++)
        {
            using var answer = await SearchAnswer.ReadAsync(new SearchResponse(200, new MemoryStream(_answer)), CancellationToken.None);
            result += Input(answer.Root).GetHashCode();
        }

        return result;
    }

    /// <summary>Evaluates the answer by a fresh rule type, and ends the window.</summary>
    [Benchmark(OperationsPerInvoke = Pages.Size)]
    public int Evaluate()
    {
        var result = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var type = Create();
            result += type.Evaluate(_input).Count + type.Evaluate(new RuleInput.WindowEnd(Pages.End)).Count;
        }

        return result;
    }

    /// <summary>Gets how many answers are as large as a page.</summary>
    protected virtual int Rounds => 1;

    /// <summary>Returns the answer.</summary>
    protected virtual byte[] Answer() => Pages.Hits();

    /// <summary>Makes a rule type that has seen nothing.</summary>
    protected IRuleType Create() => _type.Create(new RuleTypeContext(_rule, NoServices.Instance));

    private RuleInput Input(JsonElement answer)
    {
        if (answer.TryGetProperty("aggregations", out var aggregations))
            return new RuleInput.Aggregation(Pages.End, aggregations);
        var reader = new HitReader(_rule);
        return new RuleInput.Hits([.. answer.GetProperty("hits").GetProperty("hits").EnumerateArray().Select(reader.Read)]);
    }

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
