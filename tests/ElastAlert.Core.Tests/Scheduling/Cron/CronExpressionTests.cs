using System.Globalization;
using ElastAlert.Scheduling.Cron;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Scheduling.Cron;

public sealed class CronExpressionTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("* * *", "5 are needed")]
    [InlineData("61 * * * *", "minute 61 is not between 0 and 59")]
    [InlineData("0 0 * foo *", "month 'foo' is neither a number nor a name")]
    [InlineData("*/0 * * * *", "step '0' must be a number greater than zero")]
    [InlineData("0 0 1,? * *", "'?' stands alone")]
    [InlineData("? * * * *", "'?' has no meaning as minute")]
    [InlineData("0 0 * * 1#6", "must end in #1 to #5")]
    [InlineData("0 0 * * 1#2,3", "mixes weekdays with places in the month")]
    [InlineData("0 0 31 4 *", "never fires")]
    [InlineData("0 0 1-7 * 1#2", "never fires")]
    [InlineData("0 0 0 * *", "day of month 0 is not between 1 and 31")]
    [InlineData("0 0 15w,3 * *", "W stands with one day only")]
    [InlineData("@reboot", "5 are needed")]
    public void TryParse_BrokenExpression_SaysWhatIsWrong(string text, string message)
    {
        var isValid = CronExpression.TryParse(text, out var expression, out var error);

        isValid.Should().BeFalse();
        expression.Should().BeNull();
        error.Should().Contain(text).And.Contain(message);
    }

    [Theory]
    [InlineData("0 0 * * l5", "2024-01-26 2024-02-23 2024-03-29")]
    [InlineData("0 0 * * mon-tue#1", "2024-01-02 2024-02-05 2024-02-06")]
    [InlineData("0 0 15w * *", "2024-01-15 2024-02-15 2024-03-15")]
    [InlineData("0 0 w1 * *", "2024-02-01 2024-03-01 2024-04-01")]
    [InlineData("0 0 31w * *", "2024-01-31 2024-02-29 2024-03-29")]
    [InlineData("0 0 31 2 0", "2024-02-04 2024-02-11 2024-02-18")]
    [InlineData("0 0 */1 * */2", "2024-01-02 2024-01-04 2024-01-06")]
    [InlineData("0 0 * * 5-1", "2024-01-05 2024-01-06 2024-01-07")]
    [InlineData("0 0 25-l 2 *", "2024-02-25 2024-02-26 2024-02-27")]
    [InlineData("0 0 1 jan-jan/6 *", "2024-07-01 2025-01-01 2025-07-01")]
    [InlineData("0 0 1 11-5/3 *", "2024-03-01 2024-11-01 2025-03-01")]
    [InlineData("0 0 1 12/3 *", "2024-12-01 2025-12-01 2026-12-01")]
    [InlineData("0 0 1 1 * 0 2026-2099/2", "2026-01-01 2028-01-01 2030-01-01")]
    public void Next_UncommonField_FindsItsDays(string text, string expected)
    {
        var expression = Parse(text);

        var days = new List<string>();
        for (var moment = expression.Next(Start); days.Count < 3; moment = expression.Next(moment!.Value))
            days.Add(moment!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        string.Join(' ', days).Should().Be(expected);
    }

    [Fact]
    public void Next_MomentWithOffset_AnswersInUtc()
    {
        var expression = Parse("0 12 * * *");

        var next = expression.Next(new DateTimeOffset(2024, 5, 1, 13, 30, 0, TimeSpan.FromHours(2)));

        next.Should().Be(new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero));
        next!.Value.Offset.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Next_YearsThatArePast_FindsNothing()
    {
        var expression = Parse("0 0 1 1 * 0 1999");

        expression.Next(Start).Should().BeNull();
    }

    [Fact]
    public void Next_EndOfTime_FindsNothing()
    {
        var expression = Parse("0 0 1 1 *");

        expression.Next(DateTimeOffset.MaxValue).Should().BeNull();
    }

    [Fact]
    public void Next_AnyMinuteAndHour_IsTheFirstSuchMinuteAfterwards() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<DateTime>().Filter(moment => moment.Year is > 1 and < 9000),
            Gen.Choose(0, 59).ToArbitrary(),
            Gen.Choose(0, 23).ToArbitrary(),
            (moment, minute, hour) =>
            {
                var after = new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc));
                var expression = Parse($"{minute} {hour} * * *");
                var next = expression.Next(after)!.Value;
                return next > after && next - after <= TimeSpan.FromDays(1) && next.Minute == minute && next.Hour == hour && next.Second == 0;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_AnyText_AnswersWithoutThrowing() =>
        Prop.ForAll(
            Gen.ArrayOf(Gen.Elements("0123456789*/,-?#lw mon@".ToCharArray())).Select(letters => new string(letters)).ToArbitrary(),
            text => CronExpression.TryParse(text, out var expression, out var error) == (expression is not null && error is null))
            .QuickCheckThrowOnFailure();

    private static CronExpression Parse(string text)
    {
        CronExpression.TryParse(text, out var expression, out var error).Should().BeTrue(error);
        return expression!;
    }
}
