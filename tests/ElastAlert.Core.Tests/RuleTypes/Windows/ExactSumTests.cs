using ElastAlert.RuleTypes.Windows;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.RuleTypes.Windows;

public sealed class ExactSumTests
{
    [Fact]
    public void Value_EverythingTakenAwayAgain_IsZero() =>
        Prop.ForAll<NormalFloat[]>(numbers =>
        {
            var sum = default(ExactSum);
            foreach (var number in numbers)
                sum.Add(Amount.Of(number.Get));
            foreach (var number in numbers.Reverse())
                sum.Subtract(Amount.Of(number.Get));

            sum.Value.Should().Be(Amount.Of(0));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Value_NumbersInAnotherOrder_IsTheSame() =>
        Prop.ForAll<NormalFloat[]>(numbers => Sum(numbers).Should().Be(Sum(numbers.Reverse()))).QuickCheckThrowOnFailure();

    [Fact]
    public void Value_OneNumber_IsThatNumber() =>
        Prop.ForAll<NormalFloat>(number => Sum([number]).ToDouble().Should().Be(number.Get)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(new[] { 0.1, 0.2 }, 0.30000000000000004)]
    [InlineData(new[] { 1e16, 1.0, -1e16 }, 1.0)]
    [InlineData(new[] { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 }, 1.0)]
    [InlineData(new[] { double.MaxValue, double.Epsilon }, double.MaxValue)]
    [InlineData(new[] { double.Epsilon }, double.Epsilon)]
    public void Value_Fractions_IsRoundedOnce(double[] numbers, double expected) =>
        Sum(numbers.Select(number => (NormalFloat)NormalFloat.NewNormalFloat(number))).ToDouble().Should().Be(expected);

    [Fact]
    public void Value_WholeNumbersBeyondTheirRange_BecomesAFraction()
    {
        var sum = default(ExactSum);
        sum.Add(Amount.Of(long.MaxValue));
        sum.Add(Amount.Of(long.MaxValue));

        sum.Value.ToDouble().Should().Be(2.0 * long.MaxValue);
        sum.Subtract(Amount.Of(long.MaxValue));
        sum.Value.Should().Be(Amount.Of(long.MaxValue));
    }

    private static Amount Sum(IEnumerable<NormalFloat> numbers)
    {
        var sum = default(ExactSum);
        foreach (var number in numbers)
            sum.Add(Amount.Of(number.Get));
        return sum.Value;
    }
}
