using System.Globalization;
using ElastAlert.Values;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Values;

public sealed class IsoTimeTests
{
    // What dateutil 2.9 makes of these texts.
    [Theory]
    [InlineData("2026-11-01T08:05:09Z", "2026-11-01T08:05:09+00:00")]
    [InlineData("2026-11-01T08:05:09.123456789Z", "2026-11-01T08:05:09.123456+00:00")]
    [InlineData("2026-11-01 08:05:09,5", "2026-11-01T08:05:09.500000+00:00")]
    [InlineData("2026-11-01T08:05:09+0530", "2026-11-01T08:05:09+05:30")]
    [InlineData("2026-11-01T08:05:09.25 -03:30", "2026-11-01T08:05:09.250000-03:30")]
    [InlineData("2026-11-01T08Z", "2026-11-01T08:00:00+00:00")]
    [InlineData("2026-11-01T08:05", "2026-11-01T08:05:00+00:00")]
    [InlineData("2026-11-01", "2026-11-01T00:00:00+00:00")]
    [InlineData("20261101", "2026-11-01T00:00:00+00:00")]
    [InlineData("20261101T080509Z", "2026-11-01T08:05:09+00:00")]
    [InlineData("20261101T080509.123Z", "2026-11-01T08:05:09.123000+00:00")]
    [InlineData("20261101080509", "2026-11-01T08:05:09+00:00")]
    [InlineData("2026/11/01 08:05:09", "2026-11-01T08:05:09+00:00")]
    [InlineData("26-11-01", "2001-11-26T00:00:00+00:00")]
    [InlineData("11/01/2026 8:05 PM", "2026-11-01T20:05:00+00:00")]
    [InlineData("25-11-2026", "2026-11-25T00:00:00+00:00")]
    [InlineData("25.11.2026 08:05:09", "2026-11-25T08:05:09+00:00")]
    [InlineData("1.11.2026", "2026-01-11T00:00:00+00:00")]
    [InlineData("01/Nov/2026 08:05:09 +0100", "2026-11-01T08:05:09+01:00")]
    [InlineData("Sun, 01 Nov 2026 08:05:09 GMT", "2026-11-01T08:05:09+00:00")]
    [InlineData("Sun Nov  1 08:05:09 2026", "2026-11-01T08:05:09+00:00")]
    [InlineData("Nov 1, 2026 12:05:09 am", "2026-11-01T00:05:09+00:00")]
    [InlineData("1 November 2026", "2026-11-01T00:00:00+00:00")]
    [InlineData("Nov-25-26", "2026-11-25T00:00:00+00:00")]
    [InlineData("Sept 3 2026", "2026-09-03T00:00:00+00:00")]
    [InlineData("2026-11-01 08:05:09.5 UTC", "2026-11-01T08:05:09.500000+00:00")]
    [InlineData("2026-11-01 08:05:09 EST", "2026-11-01T08:05:09+00:00")]
    [InlineData("2026-11-01 08:05 GMT+3", "2026-11-01T08:05:00-03:00")]
    [InlineData("10h36m28.5s 2026-11-01", "2026-11-01T10:36:28.500000+00:00")]
    [InlineData("08:05:09 -0500 2026-11-01", "2026-11-01T08:05:09-05:00")]
    [InlineData("2026-11-01T08:05:09+15:00", "2026-10-31T17:05:09+00:00")]
    public void TryParse_FormsOfTime_AreReadAsDateutilDoes(string text, string expected)
    {
        IsoTime.TryParse(text, out var moment).Should().BeTrue();

        var exact = DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture);
        moment.Should().BeExactly(exact);
    }

    [Theory]
    [InlineData("2026-11-01T24:00:00Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-11-31")]
    [InlineData("soon")]
    [InlineData("2026-11-01T08:05:09Zulu")]
    [InlineData("")]
    [InlineData("12:30:61 2026-11-01")]
    [InlineData("08:05")]
    [InlineData("Nov 1 08:05:09")]
    [InlineData("2026-11-01 08:05+1120261111:11")]
    [InlineData("2026-11-01 08:05-11:1120261111")]
    public void TryParse_NoMoment_IsRefused(string text)
    {
        IsoTime.TryParse(text, out _).Should().BeFalse();
    }

    [Fact]
    public void TryParse_NoDay_IsTheFirst()
    {
        IsoTime.TryParse("2026-11", out var moment).Should().BeTrue();

        moment.Should().Be(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void TryParse_AnyText_AnswersWithoutThrowing() =>
        Prop.ForAll(
            Gen.ArrayOf(Gen.Elements("2026", "11", "1", "٣", "-", ":", "T", "08:05", "Z", "+", ".5", ",", " ", "Nov", "am", "h", "GMT", "'"))
                .Select(string.Concat).ToArbitrary(),
            text =>
            {
                var read = () => IsoTime.TryParse(text, out _);
                read.Should().NotThrow();
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
