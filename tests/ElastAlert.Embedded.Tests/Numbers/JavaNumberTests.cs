using ElastAlert.Embedded.Numbers;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Embedded.Tests.Numbers;

public sealed class JavaNumberTests
{
    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(5.0, "5.0")]
    [InlineData(-12.5, "-12.5")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.00012, "1.2E-4")]
    [InlineData(9999999.0, "9999999.0")]
    [InlineData(10000000.0, "1.0E7")]
    [InlineData(1793520001498.0, "1.793520001498E12")]
    [InlineData(1.5e300, "1.5E300")]
    [InlineData(-2.5e-7, "-2.5E-7")]
    public void Format_Double_IsAsThePlatformOfTheServerWritesIt(double value, string expected) => JavaNumber.Format(value).Should().Be(expected);

    [Fact]
    public void Format_AnyDouble_IsReadBackUnchanged() => Check.QuickThrowOnFailure(Prop.ForAll<double>(value =>
        !double.IsFinite(value) || double.Parse(JavaNumber.Format(value), System.Globalization.CultureInfo.InvariantCulture).Equals(value)));

    [Fact]
    public void Encode_AnyTwoDoubles_KeepsTheirOrder() => Check.QuickThrowOnFailure(Prop.ForAll<double, double>((left, right) =>
        double.IsNaN(left) || double.IsNaN(right) || left == right
        || SortableDouble.Encode(left).CompareTo(SortableDouble.Encode(right)) == left.CompareTo(right)));
}
