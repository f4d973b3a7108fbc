using System.Text;
using System.Text.Json;
using ElastAlert.Core.Tests.Querying;
using ElastAlert.Search;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Values;

[Trait("Category", "EngineVectors")]
public sealed class TimestampCodecTests
{
    // Q17: milliseconds are kept for unix_ms, and iso does not go beyond them. Seconds are text for the sake of Elasticsearch 9.
    [Theory]
    [InlineData(TimestampType.Iso, "\"2024-01-01T11:45:00.123Z\"")]
    [InlineData(TimestampType.Unix, "\"1704109500\"")]
    [InlineData(TimestampType.UnixMilliseconds, "1704109500123")]
    public void WriteBound_T43_IsInTheNotationOfTheRule(TimestampType type, string expected)
    {
        Write(new RuleTimestamp { Type = type }, TestRule.At("11:45:00.123456")).Should().Be(expected);
    }

    [Theory]
    [InlineData("11:45:00", "\"2024-01-01T11:45:00Z\"")]
    [InlineData("11:45:00.1", "\"2024-01-01T11:45:00.100Z\"")]
    [InlineData("11:45:00.0004", "\"2024-01-01T11:45:00Z\"")]
    public void WriteBound_Fractions_AreMilliseconds(string time, string expected)
    {
        Write(new RuleTimestamp(), TestRule.At(time)).Should().Be(expected);
    }

    [Fact]
    public void WriteBound_T67_CustomFormat_ShowsTheQueryZonesWallTime()
    {
        var timestamp = new RuleTimestamp { Type = TimestampType.Custom, Format = "%Y-%m-%d %H:%M:%S" };

        Write(timestamp, TestRule.At("12:00:00+02:00")).Should().Be("\"2024-01-01 10:00:00\"");
        Write(timestamp with { QueryTimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul") }, TestRule.At("12:00"))
            .Should().Be("\"2024-01-01 15:00:00\"");
    }

    [Fact]
    public void WriteBound_T43_CustomExpression_IsAppliedToTheText()
    {
        var timestamp = new RuleTimestamp { Type = TimestampType.Custom, Format = "%Y-%m-%d %H:%M:%S.%f", FormatExpression = "ts[:23]" };

        Write(timestamp, TestRule.At("12:00:00.123456")).Should().Be("\"2024-01-01 12:00:00.123\"");
    }

    [Fact]
    public void TryRead_CustomExpression_IsAppliedBeforeParsing()
    {
        var timestamp = new RuleTimestamp { Type = TimestampType.Custom, Format = "%Y-%m-%d %H:%M", ParseExpression = "ts[:16]" };

        new TimestampCodec(timestamp).TryRead(JsonElement.Parse("\"2024-01-01 12:00:99 garbage\""), out var moment).Should().BeTrue();

        moment.Should().Be(TestRule.At("12:00"));
    }

    [Theory]
    [InlineData(TimestampType.Iso, "\"2024-01-01\"", "2024-01-01T00:00:00Z")]
    [InlineData(TimestampType.Iso, "\"2024-01-01T00:00:00.123456789Z\"", "2024-01-01T00:00:00.123456Z")]
    [InlineData(TimestampType.Iso, "\"2024-01-01T01:02:03\"", "2024-01-01T01:02:03Z")]
    [InlineData(TimestampType.Unix, "\"1704110400.5\"", "2024-01-01T12:00:00.5Z")]
    [InlineData(TimestampType.Unix, "1704110400", "2024-01-01T12:00:00Z")]
    [InlineData(TimestampType.UnixMilliseconds, "1704110400123", "2024-01-01T12:00:00.123Z")]
    [InlineData(TimestampType.UnixMilliseconds, "\"1704110400123.5\"", "2024-01-01T12:00:00.1235Z")]
    [InlineData(TimestampType.Custom, "\"2024-01-01T12:00:00Z\"", "2024-01-01T12:00:00Z")]
    public void TryRead_T43_Notation_IsRead(TimestampType type, string value, string expected)
    {
        new TimestampCodec(new RuleTimestamp { Type = type }).TryRead(JsonElement.Parse(value), out var moment).Should().BeTrue();

        moment.Should().Be(TestRule.At(expected));
    }

    [Fact]
    public void TryRead_T43_Offset_IsKept()
    {
        new TimestampCodec(new RuleTimestamp()).TryRead(JsonElement.Parse("\"2024-01-01 01:02:03 +0530\""), out var moment).Should().BeTrue();

        moment.Offset.Should().Be(new TimeSpan(5, 30, 0));
        moment.Hour.Should().Be(1);
    }

    [Theory]
    [InlineData(TimestampType.Iso, "1704110400")]
    [InlineData(TimestampType.Iso, "\"yesterday\"")]
    [InlineData(TimestampType.Unix, "\"2024-01-01\"")]
    [InlineData(TimestampType.Unix, "1e300")]
    [InlineData(TimestampType.Unix, "99999999999999")]
    [InlineData(TimestampType.UnixMilliseconds, "{}")]
    [InlineData(TimestampType.Custom, "\"2024-01-01\"")]
    public void TryRead_OtherNotation_IsRefused(TimestampType type, string value)
    {
        new TimestampCodec(new RuleTimestamp { Type = type }).TryRead(JsonElement.Parse(value), out _).Should().BeFalse();
    }

    private static string Write(RuleTimestamp timestamp, DateTimeOffset moment) =>
        Encoding.UTF8.GetString(JsonBody.Write((timestamp, moment), static (writer, state) =>
            new TimestampCodec(state.timestamp).WriteBound(writer, state.moment)).Span);
}
