namespace ElastAlert.Embedded.Tests.Mapping;

public sealed class DynamicMappingTests : IDisposable
{
    private readonly EmbeddedServer _server = new();

    [Fact]
    public void Index_ValuesOfAllKinds_MapsThemAsTheServerDoes()
    {
        _server.Search.Index("a", """{"t":"x","l":1,"f":1.5,"b":true,"d":"2026-11-01","s":"2026/11/01","o.p":1,"n":null,"e":[]}""");

        Properties("a").Replace("},\"", "},\n\"", StringComparison.Ordinal).Split('\n').Should().Equal(
            """{"b":{"type":"boolean"},""",
            "\"d\":{\"type\":\"date\"},",
            "\"f\":{\"type\":\"float\"},",
            "\"l\":{\"type\":\"long\"},",
            "\"o\":{\"properties\":{\"p\":{\"type\":\"long\"}}},",
            "\"s\":{\"type\":\"date\",\"format\":\"yyyy/MM/dd HH:mm:ss||yyyy/MM/dd||epoch_millis\"},",
            "\"t\":{\"type\":\"text\",\"fields\":{\"keyword\":{\"type\":\"keyword\",\"ignore_above\":256}}}}");
    }

    [Fact]
    public void Index_WithNumericDetectionAndTemplate_FollowsThem()
    {
        _server.Search.CreateIndex("a", """
            {"numeric_detection":true,"date_detection":false,
             "dynamic_templates":[{"strings":{"match_mapping_type":"string","mapping":{"type":"keyword","ignore_above":1024}}}]}
            """);

        _server.Search.Index("a", """{"n":"12","f":"1.5","d":"2026-11-01"}""");

        Properties("a").Should().Be("""{"d":{"type":"keyword","ignore_above":1024},"f":{"type":"float"},"n":{"type":"long"}}""");
    }

    [Fact]
    public void Index_RefusedDocument_LeavesTheMappingAsItWas()
    {
        _server.Search.Index("a", """{"n":1}""");

        var write = () => _server.Search.Index("a", """{"new":"x","deep":{"er":1},"n":"abc"}""");

        write.Should().Throw<SearchException>().Which.StatusCode.Should().Be(400);
        Properties("a").Should().Be("""{"n":{"type":"long"}}""");
    }

    [Theory]
    [InlineData("""{"n":{"x":1}}""", "Can't get text on a START_OBJECT")]
    [InlineData("""{"n":"abc"}""", "For input string: \"abc\"")]
    [InlineData("""{"n":9223372036854775808}""", "out of range for a long")]
    [InlineData("""{"o":5}""", "object mapping for [o] tried to parse field [o] as object, but found a concrete value")]
    [InlineData("""{"d":"soon"}""", "failed to parse date field [soon]")]
    [InlineData("""[1]""", "not an object")]
    public void Index_ConflictingValue_IsRefusedWithTheReason(string document, string reason)
    {
        _server.Search.Index("a", """{"n":1,"o":{"p":1},"d":"2026-11-01"}""");

        var write = () => _server.Search.Index("a", document);

        write.Should().Throw<SearchException>().WithMessage($"*{reason}*");
    }

    [Fact]
    public void CreateIndex_UnknownFieldType_IsRefusedByName()
    {
        var create = () => _server.Search.CreateIndex("a", """{"properties":{"g":{"type":"geo_point"}}}""");

        create.Should().Throw<SearchException>().WithMessage("*[geo_point]*[g]*unsupported_by_embedded*");
    }

    [Fact]
    public void PutMapping_FieldThatDocumentsHadBefore_IsFilledFromThenOn()
    {
        _server.Search.CreateIndex("a", """{"dynamic":false,"properties":{}}""");
        _server.Search.Index("a", """{"b":1}""", "before");
        _server.Send("PUT", "/a/_mapping", """{"properties":{"b":{"type":"long"}}}""");
        _server.Search.Index("a", """{"b":1}""", "after");

        _server.Ids("a", """{"term":{"b":1}}""").Should().Equal("after");
    }

    public void Dispose() => _server.Dispose();

    private string Properties(string index) =>
        _server.Get($"/{index}/_mapping").GetProperty(index).GetProperty("mappings").GetProperty("properties").GetRawText();
}
