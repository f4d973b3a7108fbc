using ElastAlert.Configuration.Yaml;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Configuration.Yaml;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("yes", OptionKind.Boolean, "true")]
    [InlineData("Off", OptionKind.Boolean, "false")]
    [InlineData("TRUE", OptionKind.Boolean, "true")]
    [InlineData("y", OptionKind.Text, "\"y\"")]
    [InlineData("yEs", OptionKind.Text, "\"yEs\"")]
    [InlineData("010", OptionKind.WholeNumber, "8")]
    [InlineData("08", OptionKind.Text, "\"08\"")]
    [InlineData("0x10", OptionKind.WholeNumber, "16")]
    [InlineData("0b101", OptionKind.WholeNumber, "5")]
    [InlineData("1_000", OptionKind.WholeNumber, "1000")]
    [InlineData("1:30", OptionKind.WholeNumber, "90")]
    [InlineData("-1:30", OptionKind.WholeNumber, "-90")]
    [InlineData("123456789012345678901234567890", OptionKind.WholeNumber, "123456789012345678901234567890")]
    [InlineData("1e3", OptionKind.Text, "\"1e3\"")]
    [InlineData("1.0e+3", OptionKind.Number, "1000.0")]
    [InlineData("1.", OptionKind.Number, "1.0")]
    [InlineData(".5", OptionKind.Number, "0.5")]
    [InlineData("1:30.5", OptionKind.Number, "90.5")]
    [InlineData("1.2.3", OptionKind.Text, "\"1.2.3\"")]
    [InlineData("2020-01-01", OptionKind.Date, "\"2020-01-01\"")]
    [InlineData("2020-01-01T00:00:00Z", OptionKind.Date, "\"2020-01-01T00:00:00Z\"")]
    [InlineData("2020-1-1", OptionKind.Text, "\"2020-1-1\"")]
    [InlineData("~", OptionKind.Null, "null")]
    [InlineData("Null", OptionKind.Null, "null")]
    [InlineData("", OptionKind.Null, "null")]
    [InlineData("nULL", OptionKind.Text, "\"nULL\"")]
    [InlineData("'5'", OptionKind.Text, "\"5\"")]
    [InlineData("!!str 5", OptionKind.Text, "\"5\"")]
    [InlineData("!!int '0x10'", OptionKind.WholeNumber, "16")]
    [InlineData("! yes", OptionKind.Boolean, "true")]
    public void Read_Scalar_HasTheTypeOfYaml11(string scalar, OptionKind kind, string json)
    {
        var value = Read($"key: {scalar}")["key"];

        value.Kind.Should().Be(kind);
        value.ToJson().GetRawText().Should().Be(json);
    }

    [Theory]
    [InlineData("a: 1\na: 2", "{\"a\":2}")]
    [InlineData("b: &x {p: 1}\nc: *x", "{\"b\":{\"p\":1},\"c\":{\"p\":1}}")]
    [InlineData("b: &x {p: 1, q: 1}\nc: {<<: *x, q: 2}", "{\"b\":{\"p\":1,\"q\":1},\"c\":{\"p\":1,\"q\":2}}")]
    [InlineData("d: {<<: [{p: 1}, {p: 2, q: 2}]}", "{\"d\":{\"p\":1,\"q\":2}}")]
    [InlineData("1: a\ntrue: b\n~: c", "{\"1\":\"a\",\"true\":\"b\",\"null\":\"c\"}")]
    [InlineData("t: |\n  a\n  \tb\nu: 'x\n\n  y'", "{\"t\":\"a\\n\\tb\\n\",\"u\":\"x\\ny\"}")]
    [InlineData("t: \"first\nsecond\"\nu: 1", "{\"t\":\"first second\",\"u\":1}")]
    [InlineData("\uFEFFa: 1\r\nb: 2\r\n", "{\"a\":1,\"b\":2}")]
    [InlineData("---\na: 1\n...\n", "{\"a\":1}")]
    [InlineData("1.0: a\n.inf: b", "{\"1.0\":\"a\",\"inf\":\"b\"}")]
    [InlineData("a: [b,\nc]\nd: 1", "{\"a\":[\"b\",\"c\"],\"d\":1}")]
    [InlineData("f:\n- query: {\n  query_string: {\n   query: \"x\"\n}\n}\n", "{\"f\":[{\"query\":{\"query_string\":{\"query\":\"x\"}}}]}")]
    [InlineData("x:\n  a: {b: [c, # why\n d]}\n  e: f", "{\"x\":{\"a\":{\"b\":[\"c\",\"d\"]},\"e\":\"f\"}}")]
    [InlineData("a: [{term:{b: c}}, {match_all:{}}, {d:}]", "{\"a\":[{\"term\":{\"b\":\"c\"}},{\"match_all\":{}},{\"d\":null}]}")]
    [InlineData("a: {u: http://x.y/z, t: \"1:[\", p: 'q:{'}", "{\"a\":{\"u\":\"http://x.y/z\",\"t\":\"1:[\",\"p\":\"q:{\"}}")]
    [InlineData("t: |\n  \n\n  a\n  \nu: >\n  \n  b\n", "{\"t\":\"\\n\\na\\n\",\"u\":\"\\nb\\n\"}")]
    [InlineData("a: \"x\ty\" # a\ttab", "{\"a\":\"x\\ty\"}")]
    public void Read_Document_HasTheMembersOfYaml11(string yaml, string json)
    {
        var value = YamlReader.Read("rule.yaml", yaml, static _ => null).Value!;

        System.Text.RegularExpressions.Regex.Replace(value.ToJson().GetRawText(), @"\\u0009", "\\t").Should().Be(json);
    }

    [Theory]
    [InlineData("a: 1\n---\nb: 2", 2, 1, "second document")]
    [InlineData("a: b: c", 1, 5, "apping")]
    [InlineData("a:\tb", 1, 3, "a tab")]
    [InlineData("a: 1\n\tb: 2", 0, 0, "a tab")]
    [InlineData("a: *nowhere", 1, 4, "names no anchor")]
    [InlineData("a: *.{1,32}", 1, 4, "alias")]
    [InlineData("a: &x 1\nb: &x 2", 2, 4, "is there already")]
    [InlineData("a: &x [*x]", 1, 8, "part of what it names")]
    [InlineData("a: !include x.yaml", 1, 4, "the tag '!include' is unknown")]
    [InlineData("a: {{ name }}", 1, 5, "cannot be the name of an option")]
    [InlineData("a: =", 1, 4, "put quotes around it")]
    [InlineData("a: 2020-13-01", 1, 4, "not a date that exists")]
    [InlineData("a: \u0007", 1, 4, "U+0007")]
    [InlineData("a: [1", 0, 0, "flow")]
    [InlineData("a: 1\n: 2", 2, 3, "without the name")]
    public void Read_UnreadableText_SaysWhereAndWhy(string yaml, int line, int column, string reason)
    {
        var problem = YamlReader.Read("rule.yaml", yaml, static _ => null).Problem!;

        problem.Message.Should().StartWith("The file could not be parsed as YAML:").And.Contain(reason);
        problem.Location.File.Should().Be("rule.yaml");
        if (line > 0)
            problem.Location.Should().Be(new SourceLocation("rule.yaml", line, column));
    }

    [Fact]
    public void Read_NestedValue_KnowsThePlacesOfNameAndValue()
    {
        var root = Read("a:\n  b:\n    - c: 1\n");

        var member = root["a"].Members["b"].Items[0].Members;

        member["c"].Location.Should().Be(new SourceLocation("rule.yaml", 3, 10));
        member.LocationOf("c").Should().Be(new SourceLocation("rule.yaml", 3, 7));
    }

    [Fact]
    public void Read_ProblemAfterLinesThatWereAdapted_KnowsItsPlace()
    {
        var problem = YamlReader.Read("rule.yaml", "t: |\n  \n  x\na: [{b:[c,\nd]}]\ne: *gone\n", static _ => null).Problem!;

        problem.Location.Line.Should().Be(6);
        problem.Location.Column.Should().Be(4);
    }

    [Fact]
    public void Read_EndlessNesting_IsRefused() =>
        YamlReader.Read("rule.yaml", new string('[', 100_000), static _ => null).Problem!.Message.Should().Contain("nested more than");

    [Theory]
    [InlineData("a: [\na: \t")]
    [InlineData("a: [\na: ")]
    [InlineData("[!!str]")]
    [InlineData("a: [b,\nc: d\ne: f")]
    [InlineData("a: [a]: b")]
    public void Read_TextThatTheParserTripsOver_IsRefused(string text) =>
        YamlReader.Read("rule.yaml", text, static _ => null).Problem!.Message.Should().Contain("could not be parsed as YAML");

    [Fact]
    public void Read_AliasesThatMultiply_AreRefused()
    {
        var lines = Enumerable.Range(1, 30).Select(static level => $"a{level}: &a{level} [{string.Join(',', Enumerable.Repeat($"*a{level - 1}", 9))}]");

        var problem = YamlReader.Read("rule.yaml", "a0: &a0 [1]\n" + string.Join('\n', lines), static _ => null).Problem!;

        problem.Message.Should().Contain("too large");
    }

    [Fact]
    public void Read_AnyText_GivesAValueOrAProblem() => Prop.ForAll<string>(static text =>
    {
        var result = YamlReader.Read("rule.yaml", text ?? "", static name => name.Length % 2 == 0 ? "a\n- b: $x" : null);
        return (result.Value is null) != (result.Problem is null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_AnyMixOfYamlPieces_GivesAValueOrAProblem()
    {
        string[] pieces = ["a: ", "- ", "\n", "  ", "\t", "'", "\"", "[", "]", "{", "}", ":", ",", "#", "&a ", "*a", "!x ", "|\n", ">", "---\n", "?", "<<: ", "1", "$X", "${X}", "é", "\\"];

        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), numbers =>
        {
            var text = string.Concat(numbers.Select(number => pieces[Math.Abs(number % pieces.Length)]));
            var result = YamlReader.Read("rule.yaml", text, static _ => "v");
            return (result.Value is null) != (result.Problem is null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static OptionMap Read(string yaml)
    {
        var result = YamlReader.Read("rule.yaml", yaml, static _ => null);
        result.Problem.Should().BeNull();
        return result.Value!.Members;
    }
}
