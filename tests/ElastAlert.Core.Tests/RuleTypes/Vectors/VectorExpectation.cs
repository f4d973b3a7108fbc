using System.Text.Json;

namespace ElastAlert.Core.Tests.RuleTypes.Vectors;

/// <summary>Is what a vector expects of us: what the reference did, or the reviewed correction of a defect.</summary>
internal sealed record VectorExpectation(JsonElement? Result, bool IsRefused, string Reason)
{
    private static readonly JsonElement Corrections = JsonElement.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "RuleTypes", "Vectors", "corrections.json")));

    public static VectorExpectation Of(JsonElement vector)
    {
        if (Corrections.TryGetProperty(vector.GetProperty("id").GetString()!, out var correction))
            return new(Member(correction, "expect"), Member(correction, "refused") is not null, correction.GetProperty("reason").GetString()!);
        var expected = vector.GetProperty("expect");
        if (Member(vector, "recommend")?.GetString() == "fix")
            return new(null, false, "The vector shows a defect of the reference.");
        return new(expected, Member(expected, "initError") is not null, "The reference refuses the rule.");
    }

    private static JsonElement? Member(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value : null;
}
