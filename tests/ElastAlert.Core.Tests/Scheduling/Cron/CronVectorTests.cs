using System.Globalization;
using ElastAlert.Scheduling.Cron;
using ElastAlert.TestSupport;

namespace ElastAlert.Core.Tests.Scheduling.Cron;

/// <summary>Compares schedules with what the reference's library answered.</summary>
public sealed class CronVectorTests
{
    public static TheoryData<string, string, string[]?> Cases()
    {
        var cases = new TheoryData<string, string, string[]?>();
        using var document = Vectors.Open("cron-vectors.json");
        foreach (var item in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            var next = item.TryGetProperty("next", out var moments) ? moments.EnumerateArray().Select(moment => moment.GetString()!).ToArray() : null;
            cases.Add(item.GetProperty("expression").GetString()!, item.GetProperty("after").GetString()!, next);
        }

        return cases;
    }

    [Theory]
    [Trait("Category", "CronVectors")]
    [MemberData(nameof(Cases))]
    public void Next_RecordedExpression_AnswersAsTheReference(string text, string after, string[]? expected)
    {
        var moment = DateTimeOffset.Parse(after, CultureInfo.InvariantCulture);

        var isValid = CronExpression.TryParse(text, out var expression, out var error);

        if (expected is null)
        {
            (isValid && expression!.Next(moment) is not null).Should().BeFalse();
            return;
        }

        error.Should().BeNull();
        foreach (var next in expected)
        {
            moment = expression!.Next(moment)!.Value;
            moment.Should().Be(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture));
        }
    }
}
