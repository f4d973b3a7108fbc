using System.Globalization;
using System.Numerics;
using ElastAlert.Alerting.Text.Python;
using ElastAlert.Values;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Alerting.Text.Python;

public sealed class PythonNumberTests
{
    [Theory]
    [InlineData(0.5, 0, "0")]
    [InlineData(1.5, 0, "2")]
    [InlineData(2.5, 0, "2")]
    [InlineData(0.125, 2, "0.12")]
    [InlineData(0.375, 2, "0.38")]
    [InlineData(2.675, 2, "2.67")]
    [InlineData(1.005, 2, "1.00")]
    [InlineData(9.995, 2, "9.99")]
    [InlineData(99.5, 0, "100")]
    [InlineData(1e-7, 3, "0.000")]
    [InlineData(5e-324, 2, "0.00")]
    [InlineData(1e22, 1, "10000000000000000000000.0")]
    public void RoundToFraction_ExactBinaryValue_RoundsHalvesToEven(double number, int digits, string expected) =>
        PythonFloat.Exact(number).RoundToFraction(digits).Positional(digits).Should().Be(expected);

    // .NET's shortest texts of these are read back as other numbers.
    [Theory]
    [InlineData(-25, "2.9802322387695312e-08")]
    [InlineData(-958, "4.1045368012983762e-289")]
    [InlineData(-26, "1.4901161193847656e-08")]
    public void OfDouble_PowerOfTwo_HasAllDigits(int exponent, string expected) =>
        PythonText.OfDouble(Math.ScaleB(1, exponent)).Should().Be(expected);

    [Fact]
    public void Exact_AnyNumber_IsItsWholeValue() =>
        Prop.ForAll(ArbMap.Default.ArbFor<double>().Filter(static number => double.IsFinite(number) && number > 0), static number =>
            double.Parse(PythonFloat.Exact(number).Exponential('e'), CultureInfo.InvariantCulture).Equals(number)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1", "3", 0.3333333333333333)]
    [InlineData("10", "5", 2.0)]
    [InlineData("-7", "2", -3.5)]
    [InlineData("1000000000000000000000000000000", "7", 1.4285714285714286e+29)]
    public void Divide_WholeNumbers_RoundsOnce(string dividend, string divisor, double expected) =>
        PythonInteger.Divide(BigInteger.Parse(dividend, CultureInfo.InvariantCulture), BigInteger.Parse(divisor, CultureInfo.InvariantCulture)).Should().Be(expected);

    [Fact]
    public void Divide_NumbersBeyondFloatingPoint_StillHasAQuotient() =>
        PythonInteger.Divide(BigInteger.Pow(10, 400), BigInteger.Pow(10, 399)).Should().Be(10);

    [Fact]
    public void ToDouble_OddNumbersBetweenTwoDoubles_RoundsToNearest() =>
        PythonInteger.ToDouble(BigInteger.Pow(2, 64) - 1).Should().Be(18446744073709551616.0);

    [Fact]
    public void Text_VeryLongNumber_IsRefusedAsInPython()
    {
        var text = () => PythonInteger.Text(BigInteger.Pow(10, 4300));

        text.Should().Throw<PythonException>().Which.Kind.Should().Be("ValueError");
    }

    [Theory]
    [InlineData(300, "0:05:00", "datetime.timedelta(seconds=300)")]
    [InlineData(93600, "1 day, 2:00:00", "datetime.timedelta(days=1, seconds=7200)")]
    [InlineData(172800.5, "2 days, 0:00:00.500000", "datetime.timedelta(days=2, microseconds=500000)")]
    [InlineData(-60, "-1 day, 23:59:00", "datetime.timedelta(days=-1, seconds=86340)")]
    [InlineData(0, "0:00:00", "datetime.timedelta(0)")]
    public void Str_Duration_IsWrittenAsPythonDoes(double seconds, string text, string repr)
    {
        var duration = new PythonDuration(TimeSpan.FromSeconds(seconds));

        ValueText.Str(duration).Should().Be(text);
        ValueText.Repr(duration).Should().Be(repr);
    }
}
