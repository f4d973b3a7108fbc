using System.Text.Json;
using ElastAlert.Search;

namespace ElastAlert.Core.Tests.Search;

public sealed class PartialAnswerReaderTests
{
    [Theory]
    [InlineData("""{"timed_out": false, "_shards": {"total": 2, "failed": 0}}""")]
    [InlineData("""{"hits": {}}""")]
    [InlineData("""{"_clusters": {"total": 2, "successful": 2, "skipped": 0}}""")]
    public void Read_CompleteAnswer_LacksNothing(string answer)
    {
        PartialAnswerReader.Read(JsonElement.Parse(answer)).Should().BeNull();
    }

    [Fact]
    public void Read_ShardsFailedAndTimeRanOut_NamesBoth()
    {
        var partial = PartialAnswerReader.Read(JsonElement.Parse("""
            {"timed_out": true, "_shards": {"total": 5, "failed": 2, "failures": [
              {"shard": 1, "reason": {"type": "no_shard_available_action_exception", "reason": "gone"}},
              {"shard": 2, "reason": {"type": "no_shard_available_action_exception", "reason": "gone"}}]},
             "_clusters": {"total": 2, "successful": 1, "skipped": 1}}
            """));

        partial!.Reasons.Should().Equal(
            "the search timed out on the server",
            "2 of 5 shards failed: no_shard_available_action_exception: gone",
            "1 of 2 clusters were skipped");
    }

    [Fact]
    public void Read_ShardsThatCouldNotParse_AreAQueryError()
    {
        var answer = JsonElement.Parse("""
            {"_shards": {"total": 2, "failed": 1, "failures": [{"reason": {"type": "query_shard_exception", "reason": "Failed to parse query [x]"}}]}}
            """);

        var read = () => PartialAnswerReader.Read(answer);

        read.Should().Throw<SearchException>().WithMessage("query_shard_exception: Failed to parse query [x]");
    }

    [Fact]
    public void Read_IndexWithoutTheSortField_LacksNothing()
    {
        PartialAnswerReader.Read(JsonElement.Parse("""
            {"_shards": {"total": 4, "failed": 1, "failures": [
              {"index": "empty", "reason": {"type": "query_shard_exception", "reason": "No mapping found for [@timestamp] in order to sort on"}}]}}
            """)).Should().BeNull();
    }

    [Fact]
    public void Read_FailuresWithoutReasons_AreCounted()
    {
        PartialAnswerReader.Read(JsonElement.Parse("""{"_shards": {"total": 3, "failed": 3}}"""))!
            .ToString().Should().Be("3 of 3 shards failed");
    }
}
