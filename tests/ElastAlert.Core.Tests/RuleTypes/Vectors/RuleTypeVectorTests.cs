using System.Globalization;
using System.Text.Json;
using ElastAlert.TestSupport;

namespace ElastAlert.Core.Tests.RuleTypes.Vectors;

/// <summary>Compares the rule types with what the reference found (rule-types.md, appendix A).</summary>
[Trait("Category", "RuleTypeVectors")]
public sealed class RuleTypeVectorTests
{
    private static readonly JsonElement[] Vectors = Read();

    public static TheoryData<string> Ids() => [.. Vectors.Select(vector => vector.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Evaluate_RecordedCalls_MatchesAsTheReference(string id)
    {
        var vector = Vectors.Single(vector => vector.GetProperty("id").GetString() == id);
        var expected = VectorExpectation.Of(vector);

        var found = VectorRun.Of(vector);

        if (expected.IsRefused)
        {
            found.Problems.Should().NotBeEmpty(expected.Reason);
            return;
        }

        found.Problems.Should().BeEmpty();
        if (expected.Result is not { } result)
        {
            Assert.Skip("The vector shows a defect of the reference, and has no reviewed correction.");
            return;
        }

        Compare(result, found);
    }

    private static void Compare(JsonElement expected, VectorRun found)
    {
        JsonDifference.Find(expected.GetProperty("matches"), found.Matches).Should().BeNull();
        if (expected.TryGetProperty("matchesAfterStep", out var totals))
            found.MatchesAfterStep.Should().Equal(totals.EnumerateArray().Select(total => total.GetInt32()));
        if (expected.TryGetProperty("aggregation", out var aggregation))
            JsonDifference.Find(aggregation, found.Needs.Aggregation ?? default).Should().BeNull();
        if (expected.TryGetProperty("bucketIntervalPeriod", out var period))
            found.Rule.Schedule.BucketInterval.Should().Be(Duration(period.GetString()!));
        if (expected.TryGetProperty("startupQueries", out var queries))
            JsonDifference.Find(queries, found.SeedQueries).Should().BeNull();
    }

    private static TimeSpan Duration(string text)
    {
        var number = int.Parse(text.AsSpan(0, text.Length - 1), CultureInfo.InvariantCulture);
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays(number),
        };
    }

    private static JsonElement[] Read()
    {
        using var document = TestSupport.Vectors.Open("rule-type-vectors.json");
        return [.. document.RootElement.EnumerateArray().Select(vector => vector.Clone())];
    }
}
