using System.Text.Json;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Writes the documents that the reference was recorded to write.</summary>
[Trait("Category", "AlerterVectors")]
public sealed class IndexerVectorTests
{
    public static TheoryData<string> Cases() => VectorRun.Ids("indexer");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task SendAsync_RecordedCase_WritesWhatTheReferenceWrote(string id)
    {
        var vector = AlerterVector.All.Single(vector => vector.Id == id);
        using var loaded = new VectorRule(vector);
        loaded.Rule.Should().NotBeNull(string.Join('\n', loaded.Problems));

        var run = await VectorRun.SendAsync(vector, loaded.Rule!);

        run.Failure.Should().BeNull();
        VectorComparison.CompareInfo(vector, run);
        var expected = vector.Expected("es_index")!.Value[0];
        var request = run.Search.Requests.Should().ContainSingle().Subject;
        request.Path.Should().Match($"/{expected.GetProperty("index").GetString()}/_create/*?refresh=true");
        VectorComparison.CompareJson(vector, expected.GetProperty("body"), JsonElement.Parse(request.Body.Span));
        var connection = expected.GetProperty("connection");
        run.Cluster!.Nodes.Should().Equal(new Uri($"https://{connection.GetProperty("es_host").GetString()}:{connection.GetProperty("es_port")}/"));
        (run.Cluster.Username, run.Cluster.Password).Should().Be((connection.GetProperty("es_username").GetString(), connection.GetProperty("es_password").GetString()));
        run.Cluster.VerifyCertificates.Should().Be(connection.GetProperty("verify_certs").GetBoolean());
    }
}
