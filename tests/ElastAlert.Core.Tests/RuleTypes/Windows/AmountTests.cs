using System.Text.Json;
using ElastAlert.RuleTypes.Windows;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.RuleTypes.Windows;

public sealed class AmountTests
{
    [Fact]
    public void Of_AnyDecimal_IsTheNumberAsParsed() =>
        Prop.ForAll<ulong, byte, bool>((digits, place, isNegative) =>
        {
            var text = digits.ToString();
            if (place % (text.Length + 1) is > 0 and var point && point < text.Length)
                text = text.Insert(point, ".");
            text = isNegative ? "-" + text : text;

            Amount.Of(JsonElement.Parse(text)).ToDouble().Should().Be(double.Parse(text));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0", "Whole", 0)]
    [InlineData("42", "Whole", 42)]
    [InlineData("-7", "Whole", -7)]
    [InlineData("42.0", "Fraction", 42)]
    [InlineData("42.5", "Fraction", 42.5)]
    [InlineData("0.1", "Fraction", 0.1)]
    [InlineData("1e3", "Fraction", 1000)]
    [InlineData("9999999999999999", "Whole", 9999999999999999)]
    [InlineData("99999999999999.9", "Fraction", 99999999999999.9)]
    [InlineData("0.12345678901234567", "Fraction", 0.12345678901234567)]
    public void Of_Number_HasItsKind(string text, string kind, double expected)
    {
        var amount = Amount.Of(JsonElement.Parse(text));

        amount.Kind.ToString().Should().Be(kind);
        amount.ToDouble().Should().Be(expected);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"1\"")]
    public void Of_NoNumber_IsNothing(string text) => Amount.Of(JsonElement.Parse(text)).IsNumber.Should().BeFalse();
}
