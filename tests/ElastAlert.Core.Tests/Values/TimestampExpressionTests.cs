using ElastAlert.Values;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Values;

public sealed class TimestampExpressionTests
{
    [Theory]
    [Trait("Vector", "T43")]
    [InlineData("ts[:23]", "2024-01-01 12:00:00.123")]
    [InlineData("ts", "2024-01-01 12:00:00.123456")]
    [InlineData("ts[:-3]", "2024-01-01 12:00:00.123")]
    [InlineData("ts[0]", "2")]
    [InlineData("ts[-1]", "6")]
    [InlineData("ts[5:2]", "")]
    [InlineData("ts[:4] + '/' + ts[5:7]", "2024/01")]
    [InlineData("ts.replace(' ', 'T') + \"Z\"", "2024-01-01T12:00:00.123456Z")]
    [InlineData("(ts[:10] + 'x').replace('-', '').rstrip('x')", "20240101")]
    [InlineData("ts[100:]", "")]
    public void Apply_Expression_DoesWhatPythonDoes(string expression, string expected) =>
        TimestampExpression.Parse(expression).Apply("2024-01-01 12:00:00.123456").Should().Be(expected);

    [Theory]
    [Trait("Quirk", "Q16")]
    [InlineData("__import__('os').system('x')", "only 'ts' and quoted texts can be used")]
    [InlineData("dt.isoformat()", "only 'ts' and quoted texts can be used")]
    [InlineData("ts.encode()", "'.encode' with 0 arguments is not supported")]
    [InlineData("ts[::2]", "a slice is written [first:last]")]
    [InlineData("ts + ", "only 'ts' and quoted texts can be used")]
    [InlineData("ts ts", "'ts' is not understood")]
    [InlineData("ts + 'x", "a closing quote is missing")]
    [InlineData("", "only 'ts' and quoted texts can be used")]
    public void TryParse_AnythingElse_SaysWhatIsNotUnderstood(string expression, string expected)
    {
        TimestampExpression.TryParse(expression, out _, out var reason).Should().BeFalse();

        reason.Should().Be(expected);
    }

    [Fact]
    public void TryParse_AnyText_ReturnsAndWhatItAcceptsCanBeApplied() => Prop.ForAll<string>(static text =>
    {
        if (TimestampExpression.TryParse(text ?? "", out var expression, out _))
            expression.Apply("2024-01-01");
    }).QuickCheckThrowOnFailure();
}
