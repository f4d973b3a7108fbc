using System.Text.Json;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Is one recorded case: a rule, matches, and what the reference sent for them.</summary>
internal sealed record AlerterVector(JsonElement Case)
{
    public const string FileName = "alerter-request-vectors.json";

    public string Id => Case.GetProperty("id").GetString()!;

    public string Alerter => Case.GetProperty("alerter").GetString()!;

    public JsonElement Expect => Case.GetProperty("expect");

    public static IReadOnlyList<AlerterVector> All { get; } = Read();

    public JsonElement? Find(string name) => Case.TryGetProperty(name, out var value) ? value : null;

    public JsonElement? Expected(string name) => Expect.TryGetProperty(name, out var value) ? value : null;

    private static IReadOnlyList<AlerterVector> Read()
    {
        using var document = TestSupport.Vectors.Open(FileName);
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(static item => new AlerterVector(item.Clone()))];
    }
}
