using ElastAlert.Alerting.Text.Tables;
using ElastAlert.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Alerting.Text.Tables;

public sealed class SummaryTableTests
{
    [Fact]
    public void T78_NestedFieldsAndMissingOnes_AreCounted()
    {
        const string Alice = """{"u": {"n": "alice"}, "e": "login"}""";

        var text = Write("""{"summary_table_fields": ["u.n", "e"]}""", Alice, Alice, """{"u": {"n": "bob"}, "e": "x"}""", "{}");

        text.Should().Be(
            """
            Aggregation resulted in the following data for summary_table_fields ==> ['u.n', 'e', 'count']:

            +-------+-------+-------+
            |  u.n  |   e   | count |
            +=======+=======+=======+
            | alice | login | 2     |
            +-------+-------+-------+
            | bob   | x     | 1     |
            +-------+-------+-------+
            | None  | None  | 1     |
            +-------+-------+-------+


            """);
    }

    [Fact]
    public void Write_WideCharactersAndLineEnds_KeepsTheLinesStraight()
    {
        var text = Write("""{"summary_table_fields": ["a"]}""", """{"a": "東京\n\nb"}""", """{"a": "e\u0301"}""");

        text.Should().EndWith(
            """
            +------+-------+
            |  a   | count |
            +======+=======+
            | 東京 | 1     |
            |      |       |
            | b    |       |
            +------+-------+
            | é    | 1     |
            +------+-------+


            """.Replace("é", "e\u0301", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_Markdown_EscapesWhatWouldBreakRows() =>
        Write("""{"summary_table_fields": ["a"], "summary_table_type": "markdown"}""", """{"a": "x|y\nz"}""")
            .Should().EndWith("| a | count |\n|-----|-----|\n| x\\|y z | 1 |\n\n");

    [Fact]
    public void Write_Html_EscapesCellsAndAllowsEqualHeaders() =>
        Write("""{"summary_table_fields": ["count"], "summary_table_type": "html"}""", """{"count": "<b> & 'c'\n\"d\""}""")
            .Should().Contain("text-align: center\">count</th>").And.Contain("&lt;b&gt; &amp; &#x27;c&#x27;<br>&quot;d&quot;</td>");

    [Theory]
    [InlineData(2, "bob", "ann")]
    [InlineData(0)]
    public void Write_MaxRows_KeepsTheMostFrequent(int maxRows, params string[] kept)
    {
        var text = Write(
            $$"""{"summary_table_fields": ["u"], "summary_table_type": "markdown", "summary_table_max_rows": {{maxRows}}}""",
            """{"u": "ann"}""", """{"u": "bob"}""", """{"u": "cid"}""", """{"u": "bob"}""", """{"u": "ann"}""");

        text.Split('\n').Count(static line => line.StartsWith("| ", StringComparison.Ordinal)).Should().Be(kept.Length + 1);
        text.Should().EndWith($"Showing top {maxRows} rows\n");
        foreach (var name in kept)
            text.Should().Contain($"| {name} | 2 |");
    }

    [Fact]
    public void Write_NoRows_ClosesTheTable() =>
        Write("""{"summary_table_fields": ["u"], "summary_table_max_rows": 0}""", """{"u": 1}""").Should().EndWith(
            """
            +---+-------+
            | u | count |
            +===+=======+
            +---+-------+

            Showing top 0 rows

            """);

    [Fact]
    public void Write_ManyColumns_StaysReadable()
    {
        var fields = string.Join(", ", Enumerable.Range(0, 30).Select(static number => $"\"field{number}\""));

        var text = Write($$"""{"summary_table_fields": [{{fields}}]}""", "{}");

        text.Split('\n').Where(static line => line.StartsWith('+') || line.StartsWith('|')).Select(static line => line.Length).Distinct().Should().ContainSingle();
    }

    [Fact]
    public void Write_AnyCells_KeepsTheWidth() =>
        Prop.ForAll(
            Gen.ArrayOf(Gen.Elements("word", "a longer text with spaces", "über-lang-mit-strichen-und-mehr", "x", "", "tab\tbed", "two\nlines").Two()).ToArbitrary(),
            cells =>
            {
                string[][] rows = [.. cells.Select(static pair => new[] { pair.Item1, pair.Item2, "1" })];
                var lines = new AsciiTable(30).Write(["first", "second", "count"], rows).Split('\n');
                return lines.All(line => DisplayWidth.Of(line) == DisplayWidth.Of(lines[0])) && lines[0].Length <= 30;
            }).QuickCheckThrowOnFailure();

    private static string Write(string options, params string[] matches) =>
        SummaryTable.Read(Some.Options(options), width: 80)!.Write([.. matches.Select(match => Some.Match(match))]);
}
