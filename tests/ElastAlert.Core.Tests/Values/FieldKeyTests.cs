using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Values;

public sealed class FieldKeyTests
{
    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("1", "true", true)]
    [InlineData("0", "false", true)]
    [InlineData("1e3", "1000", true)]
    [InlineData("9007199254740993", "9007199254740992", false)]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567891", false)]
    [InlineData("1", "\"1\"", false)]
    [InlineData("null", "\"\"", false)]
    [InlineData("null", "0", false)]
    [InlineData("\"a\"", "\"A\"", false)]
    [InlineData("[\"a\", 1]", "\"['a', 1]\"", true)]
    public void Equals_KeysOfTwoValues_AreEqualAsInTheReference(string left, string right, bool expected) =>
        (KeyOf(left) == KeyOf(right)).Should().Be(expected);

    [Theory]
    [InlineData("null")]
    [InlineData("\"text: with 0\"")]
    [InlineData("12")]
    [InlineData("1.5")]
    [InlineData("123456789012345678901234567890")]
    public void Parse_TextOfAKey_IsTheKey(string json) => FieldKey.Parse(KeyOf(json).ToString()).Should().Be(KeyOf(json));

    // The texts of T44 of engine.md, without the name of the rule.
    [Theory]
    [InlineData("\"x\"", "x")]
    [InlineData("\"\"", "")]
    [InlineData("[\"a\", \"b\"]", "['a', 'b']")]
    [InlineData("{\"k\": 1}", "{'k': 1}")]
    [InlineData("false", "False")]
    public void ToText_T44_IsTheTextOfTheSilenceKey(string json, string expected) =>
        new FieldValue(JsonElement.Parse(json)).ToText().Should().Be(expected);

    private static FieldKey KeyOf(string json) => new FieldValue(JsonElement.Parse(json)).ToKey();
}
