using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ElastAlert.Alerting.Text.Rendering;
using ElastAlert.Benchmarks.RuleTypes;
using ElastAlert.Testing;

namespace ElastAlert.Benchmarks.Alerting;

/// <summary>Compares rendering the default body of an alert with writing the same document as indented JSON; the figures are per match.</summary>
[MemoryDiagnoser]
public class BodyBenchmarks
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    private readonly RuleMatch[] _match = [Some.Match(Event())];
    private readonly JsonElement _document = JsonElement.Parse(Event());
    private readonly AlertRenderer _renderer = AlertRenderer.Create(Some.Rule(), Some.Entry("debug"), new AlertTextProfile());

    /// <summary>Writes the document as indented JSON.</summary>
    [Benchmark(Baseline = true)]
    public string WriteJson()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
            _document.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Renders the body.</summary>
    [Benchmark]
    public string Render() => _renderer.Body(_match);

    private static string Event()
    {
        using var page = JsonDocument.Parse(Pages.Hits());
        return page.RootElement.GetProperty("hits").GetProperty("hits")[0].GetProperty("_source").GetRawText();
    }
}
