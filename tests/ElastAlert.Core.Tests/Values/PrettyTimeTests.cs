using System.Globalization;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Values;

public sealed class PrettyTimeTests
{
    private static readonly DateTimeOffset Moment = DateTimeOffset.Parse("2024-05-06T07:00:00Z", CultureInfo.InvariantCulture);

    [Fact]
    public void Format_LocalTime_HasTheShortNameOfTheZone()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out var zone))
            Assert.Skip("The system has no time zones.");
        var timestamp = new RuleTimestamp { LocalTimeZone = zone! };

        PrettyTime.Format(Moment, timestamp).Should().Be("2024-05-06 03:00 EDT");
        PrettyTime.Format(Moment.AddMonths(7), timestamp).Should().Be("2024-12-06 02:00 EST");
    }

    [Fact]
    public void Format_NotLocal_KeepsTheOffset()
    {
        var timestamp = new RuleTimestamp { UseLocalTime = false };

        PrettyTime.Format(Moment, timestamp).Should().Be("2024-05-06 07:00 UTC");
        PrettyTime.Format(Moment.ToOffset(TimeSpan.FromHours(2)), timestamp).Should().Be("2024-05-06 09:00 ");
    }

    [Fact]
    public void Format_PatternOfTheRule_IsUsed() =>
        PrettyTime.Format(Moment, new RuleTimestamp { UseLocalTime = false, PrettyFormat = "%d/%m/%Y %H:%M:%S" }).Should().Be("06/05/2024 07:00:00");
}
