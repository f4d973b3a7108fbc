using ElastAlert.Embedded.Dates;

namespace ElastAlert.Embedded.Tests.Dates;

public sealed class DateFormatTests
{
    [Theory]
    [InlineData("strict_date_optional_time", "2026-11-01T08:05:00.123Z", "2026-11-01T08:05:00.123Z")]
    [InlineData("strict_date_optional_time", "2026-11-01T09:05:00+01:00", "2026-11-01T08:05:00.000Z")]
    [InlineData("strict_date_optional_time", "2026-11", "2026-11-01T00:00:00.000Z")]
    [InlineData("strict_date_optional_time_nanos", "2026-11-01T08:05:00.123456789Z", "2026-11-01T08:05:00.123456789Z")]
    [InlineData("epoch_millis", "1793520300123", "1793520300123")]
    [InlineData("epoch_second", "1793520300", "1793520300")]
    [InlineData("epoch_second", "-1.5", "-1.5")]
    [InlineData("yyyy/MM/dd HH-mm-ss", "2026/11/01 08-05-00", "2026/11/01 08-05-00")]
    [InlineData("dd MMM yyyy hh:mm a", "01 Nov 2026 12:05 AM", "01 Nov 2026 12:05 AM")]
    [InlineData("yyyyMMdd'T'HHmmss.SSSXX", "20261101T080500.123+0000", "20261101T080500.123Z")]
    [InlineData("basic_date", "20261101", "20261101")]
    public void Format_WhatWasParsed_IsTheSameMoment(string format, string text, string expected)
    {
        DateFormat.Of(format).TryParse(text, DateResolution.Start, out var moment).Should().BeTrue();

        DateFormat.Of(format).Format(moment).Should().Be(expected);
    }

    [Theory]
    [InlineData("strict_date_optional_time", "2026-1-1")]
    [InlineData("strict_date_optional_time", "2026-13-01")]
    [InlineData("strict_date_optional_time", "2026-02-30")]
    [InlineData("strict_date_optional_time", "2026-11-01 08:05:00")]
    [InlineData("epoch_millis", "soon")]
    [InlineData("yyyy/MM/dd", "2026/11/01x")]
    public void TryParse_OtherText_Fails(string format, string text) =>
        DateFormat.Of(format).TryParse(text, DateResolution.Start, out _).Should().BeFalse();

    [Theory]
    [InlineData("2026-11-01T08:05:00Z", "2026-11-01T08:05:00.999Z")]
    [InlineData("2026-11-01", "2026-11-01T23:59:59.999Z")]
    [InlineData("2026", "2026-01-01T23:59:59.999Z")]
    public void TryParse_RoundedUp_FillsTheTimeWithTheLastOne(string text, string expected)
    {
        DateFormat.Default.TryParse(text, new DateResolution(RoundUp: true, TimeZoneInfo.Utc), out var moment).Should().BeTrue();

        DateFormat.Default.Format(moment).Should().Be(expected);
    }

    [Theory]
    [InlineData("now-1d/d", false, "2026-10-31T00:00:00.000Z")]
    [InlineData("now/w", true, "2026-11-01T23:59:59.999Z")]
    [InlineData("2026-11-01||+1M/M", false, "2026-12-01T00:00:00.000Z")]
    [InlineData("now+2h-30m", false, "2026-11-01T10:00:00.000Z")]
    public void DateMath_Steps_AreTakenInOrder(string text, bool roundUp, string expected)
    {
        var now = new DateTimeOffset(2026, 11, 1, 8, 30, 0, TimeSpan.Zero);

        var moment = DateMath.Parse(text, DateFormat.Default, new DateResolution(roundUp, TimeZoneInfo.Utc), now);

        DateFormat.Default.Format(moment).Should().Be(expected);
    }
}
