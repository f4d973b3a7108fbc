using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Values;

public sealed class StrptimeTests
{
    [Theory]
    [InlineData("%Y-%m-%d %H:%M:%S.%f", "2024-01-01 12:00:00.123", "2024-01-01T12:00:00.123+00:00")]
    [InlineData("%Y-%m-%dT%H:%M:%SZ", "2024-01-01T12:00:00Z", "2024-01-01T12:00:00+00:00")]
    [InlineData("%Y-%m-%dT%H:%M:%S%z", "2024-01-01T12:00:00+0530", "2024-01-01T12:00:00+05:30")]
    [InlineData("%Y-%m-%dT%H:%M:%S%z", "2024-01-01T12:00:00-05:30", "2024-01-01T12:00:00-05:30")]
    [InlineData("%Y-%m-%dT%H:%M:%S%z", "2024-01-01T12:00:00Z", "2024-01-01T12:00:00+00:00")]
    [InlineData("%d/%b/%Y:%H:%M:%S", "07/Feb/2024:01:02:03", "2024-02-07T01:02:03+00:00")]
    [InlineData("%d %B %y", "7 february 24", "2024-02-07T00:00:00+00:00")]
    [InlineData("%Y %j", "2024 032", "2024-02-01T00:00:00+00:00")]
    [InlineData("%I:%M %p", "12:30 am", "1900-01-01T00:30:00+00:00")]
    [InlineData("%I:%M %p", "12:30 PM", "1900-01-01T12:30:00+00:00")]
    [InlineData("%G-W%V-%u", "2026-W01-1", "2025-12-29T00:00:00+00:00")]
    [InlineData("%Y %U %a", "2026 49 Tue", "2026-12-08T00:00:00+00:00")]
    [InlineData("%Y-%W-%w", "2026-00-6", "2026-01-03T00:00:00+00:00")]
    [InlineData("%Y-%W-%w", "2026-36-6", "2026-09-12T00:00:00+00:00")]
    [InlineData("%Y%m%d%H%M%S", "20261101080509", "2026-11-01T08:05:09+00:00")]
    [InlineData("%Y%m%d%H%M%S", "2026111080509", "2026-11-10T08:05:09+00:00")]
    [InlineData("%H%M", "805", "1900-01-01T08:05:00+00:00")]
    [InlineData("%p %H", "PM 10", "1900-01-01T10:00:00+00:00")]
    [InlineData("%I", "12", "1900-01-01T00:00:00+00:00")]
    [InlineData("%c", "Sun Nov  1 08:05:09 2026", "2026-11-01T08:05:09+00:00")]
    [InlineData("%Z %Y", "gmt 2026", "2026-01-01T00:00:00+00:00")]
    [InlineData("%d/%b/%Y:%H:%M:%S %z", "07/Feb/2024:01:02:03 +0100", "2024-02-07T01:02:03+01:00")]
    [InlineData("%Y  %m", "2026 11", "2026-11-01T00:00:00+00:00")]
    public void TryParse_Directives_AreReadAsPythonDoes(string pattern, string text, string expected)
    {
        new Strptime(pattern).TryParse(text, out var moment).Should().BeTrue();

        moment.Should().Be(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("%Y-%m-%d", "2024-01-01T")]
    [InlineData("%Y-%m-%d", "24-01-01")]
    [InlineData("%Y-%m-%d", "2024-02-30")]
    [InlineData("%H:%M", "24:00")]
    [InlineData("%Y", "")]
    [InlineData("%Q", "x")]
    [InlineData("%z", "0300")]
    [InlineData("%G %V", "2026 07")]
    [InlineData("%V %u", "07 1")]
    [InlineData("%S", "61")]
    [InlineData("%Y %j", "9999 366")]
    [InlineData("%Y %W %w", "9999 53 0")]
    [InlineData("%Y %U %w", "0001 00 0")]
    [InlineData("%", "%")]
    public void TryParse_OtherText_IsRefused(string pattern, string text)
    {
        new Strptime(pattern).TryParse(text, out _).Should().BeFalse();
    }
}
