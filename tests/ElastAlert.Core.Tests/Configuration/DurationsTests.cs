using ElastAlert.Configuration;

namespace ElastAlert.Core.Tests.Configuration;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("{hours: 1, minutes: 1.5}", "01:01:30")]
    [InlineData("{}", "00:00:00")]
    [InlineData("{minutes: -5}", "-00:05:00")]
    [InlineData("{weeks: 1, days: 1, milliseconds: 500}", "8.00:00:00.5000000")]
    [InlineData("{seconds: 0.0000015}", "00:00:00.0000020")]
    public void Read_Mapping_IsTheSumOfItsUnits(string yaml, string expected) =>
        Durations.Read(Some.Options($"d: {yaml}")["d"].Members).ToString().Should().Be(expected);

    [Theory]
    [InlineData("{hours: 333333333333}")]
    [InlineData("{days: .inf}")]
    [InlineData("{days: .nan}")]
    [InlineData("{hours: one}")]
    public void Read_NumberThatIsNoneOrTooLarge_IsNothing(string yaml) =>
        Durations.Read(Some.Options($"d: {yaml}")["d"].Members).Should().BeNull();
}
