using System.Numerics;
using ElastAlert.RuleTypes.Windows;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.RuleTypes.Windows;

public sealed class ExactSumTests
{
    private const int ScaleBits = 200;

    [Fact]
    public void Value_EverythingTakenAwayAgain_IsZero() =>
        Prop.ForAll<NormalFloat[]>(numbers =>
        {
            var sum = default(ExactSum);
            foreach (var number in numbers)
                sum.Add(Amount.Of(number.Get));
            foreach (var number in numbers.Reverse())
                sum.Subtract(Amount.Of(number.Get));

            sum.Value.ToDouble().Should().Be(0);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.0, 0.0, false)]
    [InlineData(0.0, 0.5, true)]
    [InlineData(0.5, 0.0, true)]
    public void Value_NothingLeft_IsAFractionAfterOneThatIsNotZero(double first, double second, bool isFraction)
    {
        var sum = default(ExactSum);
        sum.Add(Amount.Of(first));
        sum.Add(Amount.Of(second));
        sum.Subtract(Amount.Of(first));
        sum.Subtract(Amount.Of(second));

        sum.Value.Should().Be(isFraction ? Amount.Of(0.0) : Amount.Of(0));
    }

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

    [Fact]
    public void Mean_NumbersOfAllSizes_IsThatOfTheExactSum() =>
        Prop.ForAll<(int Digits, byte Exponent, bool IsWhole)[]>(draws =>
        {
            var sum = default(ExactSum);
            var exact = BigInteger.Zero;
            foreach (var (digits, exponent, isWhole) in draws)
            {
                var amount = isWhole ? Amount.Of((long)digits << (exponent % 32)) : Amount.Of(Math.ScaleB(digits, exponent - 128));
                sum.Add(amount);
                exact += (BigInteger)digits << (isWhole ? ScaleBits + exponent % 32 : ScaleBits + exponent - 128);
            }

            sum.IsZero.Should().Be(exact.IsZero);
            sum.Count.Should().Be(draws.Length);
            if (draws.Length > 0)
                sum.Mean.ToDouble().Should().BeApproximately(Math.ScaleB((double)exact, -ScaleBits) / draws.Length, Math.Abs(sum.Mean.ToDouble()) * 1e-15);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Value_MoreThanTheFixedPointHolds_GoesOnAndComesBack()
    {
        const long Large = (1L << 54) - 1;
        var sum = default(ExactSum);
        for (var count = 0; count < 2_000; count++)
            sum.Add(Amount.Of(Large));
        sum.Value.ToDouble().Should().Be(2_000.0 * Large);
        for (var count = 0; count < 3_000; count++)
            sum.Subtract(Amount.Of(Large));

        sum.Value.Should().Be(Amount.Of(-1_000.0 * Large));
        for (var count = 0; count < 1_000; count++)
            sum.Add(Amount.Of(Large));
        sum.Value.Should().Be(Amount.Of(0));
        sum.IsZero.Should().BeTrue();
    }

    private static Amount Sum(IEnumerable<NormalFloat> numbers)
    {
        var sum = default(ExactSum);
        foreach (var number in numbers)
            sum.Add(Amount.Of(number.Get));
        return sum.Value;
    }
}
