using System.Globalization;
using System.Text;
using ElastAlert.Search;

namespace ElastAlert.Core.Tests.Search;

public sealed class HitAnswerTests
{
    [Fact]
    public async Task ReadAsync_Hits_AreTakenOutOfTheAnswer()
    {
        using var answer = await Read("""{"took": 3, "hits": {"total": 2, "hits": [ {"_id": "a"} , {"_id": "b"} ], "max_score": 1}, "pit_id": "p"}""");

        Ids(answer.Hits).Should().Equal("a", "b");
        Ids(answer.Backwards).Should().Equal("b", "a");
        answer.Last.GetProperty("_id").GetString().Should().Be("b");
        answer.Count.Should().Be(2);
        answer.Root.GetRawText().Should().Be("""{"took": 3, "hits": {"total": 2, "hits": [], "max_score": 1}, "pit_id": "p"}""");
    }

    [Theory]
    [InlineData("""{"hits": {"hits": []}}""")]
    [InlineData("""{"hits": {"total": 4, "hits": null}}""")]
    [InlineData("""{"aggregations": {"hits": {"hits": [{"_id": "a"}]}}, "other": [{"hits": {"hits": [{}]}}]}""")]
    [InlineData("""{"hits": [{"hits": [{"_id": "a"}]}]}""")]
    public async Task ReadAsync_NoHits_KeepsTheAnswerAsItIs(string json)
    {
        using var answer = await Read(json);

        answer.Count.Should().Be(0);
        answer.Chunks.Should().BeEmpty();
        answer.Last.ValueKind.Should().Be(System.Text.Json.JsonValueKind.Undefined);
        answer.Root.GetRawText().Should().Be(json);
    }

    [Fact]
    public async Task ReadAsync_HitsWithinHits_BelongToTheirHit()
    {
        using var answer = await Read("""{"hits": {"hits": [{"_id": "a", "inner_hits": {"x": {"hits": {"hits": [{"_id": "b"}]}}}}]}, "last": [[]]}""");

        Ids(answer.Hits).Should().Equal("a");
        answer.Root.GetRawText().Should().Be("""{"hits": {"hits": []}, "last": [[]]}""");
    }

    [Fact]
    public async Task ReadAsync_HalfACharacter_IsReplacedInHitsAndElsewhere()
    {
        using var answer = await Read("""{"hits": {"hits": [{"_id": "a\ud800b"}, {"_id": "\ud83d\ude00"}]}, "note": "\uDC00"}""");

        Ids(answer.Hits).Should().Equal("a\uFFFDb", "😀");
        answer.Root.GetProperty("note").GetString().Should().Be("\uFFFD");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(1_000_000)]
    public async Task ReadAsync_LongAnswer_IsTheSameHoweverItArrives(int pieces)
    {
        // Shorter, longer and much longer than a chunk.
        var random = new Random(pieces);
        var sizes = Enumerable.Range(0, 400).Select(number => number % 97 == 0 ? 200_000 : random.Next(2000)).ToList();
        var hits = sizes.Select((size, number) => $$$"""{"_id":"{{{number}}}","_source":{"text":"{{{new string((char)('a' + (number % 26)), size)}}} \"}],é"}}""");

        using var answer = await Read($$"""{"hits":{"hits":[{{string.Join(" ,\n", hits)}}]},"took":1}""", pieces);

        Ids(answer.Hits).Should().Equal(Enumerable.Range(0, 400).Select(static number => number.ToString(CultureInfo.InvariantCulture)));
        answer.Hits.Select(static hit => hit.GetProperty("_source").GetProperty("text").GetString()!.Length - 6).ToList().Should().Equal(sizes);
        Ids(answer.Backwards).Should().Equal(Enumerable.Range(0, 400).Reverse().Select(static number => number.ToString(CultureInfo.InvariantCulture)));
        answer.Root.GetRawText().Should().Be("""{"hits":{"hits":[]},"took":1}""");
        answer.Chunks.Count.Should().BeGreaterThan(4);
        answer.Chunks.Sum(static chunk => chunk.Count).Should().Be(400);
    }

    [Theory]
    [InlineData("""{"hits": {"hits": [{"_id": "1" """, 31)]
    [InlineData("""{"hits": {"hits": [{"_id": "1"}]}""", 33)]
    [InlineData("""{"hi""", 4)]
    public async Task ReadAsync_HalfAnAnswer_SaysWhereItEnds(string json, int length)
    {
        var failure = await Failure(json);

        failure.Message.Should().Be($"The answer ends in the middle, after {length} bytes: the connection, or a proxy between, cut it off.");
        failure.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task ReadAsync_NotJson_SaysWhatCame()
    {
        (await Failure("")).Message.Should().Be("The answer is empty.");
        (await Failure("<html>Sign in</html>")).Message.Should().EndWith("It begins: <html>Sign in</html>");
        (await Failure("""{"hits":{"hits":[{"_id":"1"}]}} and more""")).IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task ReadAsync_Refusal_NamesTheServersReason()
    {
        var failure = await Assert.ThrowsAsync<SearchException>(
            () => HitAnswer.ReadAsync(new SearchResponse(400, Stream("""{"error": "no"}""", 1000)), TestContext.Current.CancellationToken));

        failure.Message.Should().Be("HTTP 400: no");
    }

    private static List<string> Ids(IEnumerable<System.Text.Json.JsonElement> hits) => [.. hits.Select(static hit => hit.GetProperty("_id").GetString()!)];

    private static Task<HitAnswer> Read(string json, int piece = 1_000_000) =>
        HitAnswer.ReadAsync(new SearchResponse(200, Stream(json, piece)), TestContext.Current.CancellationToken);

    private static Task<SearchException> Failure(string json) => Assert.ThrowsAsync<SearchException>(() => Read(json));

    private static SlowStream Stream(string json, int piece) => new(Encoding.UTF8.GetBytes(json), piece);

    /// <summary>Gives what it holds in small pieces.</summary>
    private sealed class SlowStream(byte[] content, int piece) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
