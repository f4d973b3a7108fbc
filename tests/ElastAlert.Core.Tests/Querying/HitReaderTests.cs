using System.Text.Json;
using ElastAlert.Querying;

namespace ElastAlert.Core.Tests.Querying;

[Trait("Category", "EngineVectors")]
public sealed class HitReaderTests
{
    [Fact]
    public void Read_T01_JoinsTheCompoundKey()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", QueryKey = "a,b", CompoundQueryKey = ["a", "b"] });

        var hit = Read(rule, """{"_id": "h0", "_index": "idx", "_source": {"@timestamp": "2024-01-01T11:50:00Z", "a": 1, "b": null}}""");

        hit.Id.Should().Be("h0");
        hit.Index.Should().Be("idx");
        hit.Timestamp.Should().Be(TestRule.At("11:50"));
        hit.Fields.ToString().Should().Be(
            """{"@timestamp":"2024-01-01T11:50:00Z","a":1,"b":null,"_id":"h0","_index":"idx","a,b":"1, None"}""");
    }

    [Fact]
    public void Read_TypeOfTheDocument_IsKeptWhereTheServerSendsIt()
    {
        Read(TestRule.Create(), """{"_id": "1", "_type": "_doc", "_index": "i", "_source": {"@timestamp": "2024-01-01"}}""")
            .Fields.Find("_type").AsText().Should().Be("_doc");
    }

    [Fact]
    public void Read_T65_Fields_FillWhatTheSourceLacks()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "idx", SourceEnabled = false });

        var hit = Read(rule, """
            {"_id": "1", "_index": "i", "fields": {"@timestamp": ["2024-01-01T11:50:00Z"], "a": ["x"], "b": ["x", "y"], "rt": 3}}
            """);

        hit.Fields.ToString().Should().Be(
            """{"@timestamp":"2024-01-01T11:50:00Z","a":"x","b":["x","y"],"rt":3,"_id":"1","_index":"i"}""");
    }

    [Fact]
    public void Read_SourceHasTheField_WinsOverFields()
    {
        Read(TestRule.Create(), """{"_id": "1", "_index": "i", "_source": {"@timestamp": "2024-01-01", "a": 1}, "fields": {"a": [2], "c": [3]}}""")
            .Fields.ToString().Should().Be("""{"@timestamp":"2024-01-01","a":1,"c":3,"_id":"1","_index":"i"}""");
    }

    [Fact]
    public void Read_T65_NoTimestamp_NamesTheFieldsThatAreThere()
    {
        var read = () => Read(TestRule.Create(), """{"_id": "1", "_index": "i", "_source": {"time": 1, "a": 2}}""");

        read.Should().Throw<SearchException>().WithMessage(
            "Error: The configured timestamp_field '@timestamp' was not found in the query results. "
            + "Available fields: ['time', 'a', '_id', '_index']");
    }

    [Fact]
    public void Read_TimestampInOtherNotation_IsAnErrorWithTheValue()
    {
        var read = () => Read(TestRule.Create(), """{"_id": "1", "_index": "i", "_source": {"@timestamp": 1704110400}}""");

        read.Should().Throw<SearchException>().WithMessage(
            "Error: The timestamp_field '@timestamp' holds 1704110400, which is not in the notation of timestamp_type: "
            + "check timestamp_type and timestamp_format.");
    }

    [Fact]
    public void Read_NestedTimestampAndSequenceNumber_AreFound()
    {
        var rule = TestRule.Create() with { Timestamp = new RuleTimestamp { Field = "event.time", Type = TimestampType.Unix } };

        var hit = Read(rule, """{"_id": "1", "_index": "i", "_seq_no": 7, "_source": {"event": {"time": 1704110400}}}""");

        hit.Timestamp.Should().Be(TestRule.At("12:00"));
        hit.SequenceNumber.Should().Be(7);
    }

    [Fact]
    public void Read_ListAggregationKey_IsJoinedToo()
    {
        var rule = TestRule.Create(new RuleQuery { Index = "i", CompoundAggregationKey = ["x.y", "z"] });

        Read(rule, """{"_id": "1", "_index": "i", "_source": {"@timestamp": "2024-01-01", "x": {"y": 1}, "z": [1]}}""")
            .Fields.Find("x.y,z").AsText().Should().Be("1, [1]");
    }

    private static Hit Read(Rule rule, string hit) => new HitReader(rule).Read(JsonElement.Parse(hit));
}
