using System.Text.Json;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Sends the text messages that the reference was recorded to send.</summary>
[Trait("Category", "AlerterVectors")]
public sealed class TencentVectorTests
{
    public static TheoryData<string> Cases() => VectorRun.Ids("tencent_sms");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task SendAsync_RecordedCase_SendsWhatTheReferenceSent(string id)
    {
        var vector = AlerterVector.All.Single(vector => vector.Id == id);
        using var loaded = new VectorRule(vector);
        loaded.Rule.Should().NotBeNull(string.Join('\n', loaded.Problems));

        var run = await VectorRun.SendAsync(vector, loaded.Rule!);

        (run.Failure is not null).Should().Be(vector.Expected("error") is not null, run.Failure?.ToString());
        VectorComparison.CompareInfo(vector, run);
        var request = run.Requests.Should().ContainSingle().Subject;
        var expected = vector.Expected("tencent")!.Value[0];
        request.Url.Should().Be($"https://{expected.GetProperty("endpoint").GetString()}/");
        request.Options.Timeout.Should().Be(TimeSpan.FromSeconds(expected.GetProperty("timeout").GetDouble()));
        foreach (var (header, member) in (ReadOnlySpan<(string, string)>)[("X-TC-Action", "action"), ("X-TC-Version", "version"), ("X-TC-Region", "region"), ("X-TC-Language", "language")])
            request.Headers[header].Should().Be(expected.GetProperty(member).GetString());
        request.Headers["X-TC-Timestamp"].Should().Be("1714979289");
        request.Headers["Authorization"].Should().StartWith($"{expected.GetProperty("sign_method").GetString()} Credential={expected.GetProperty("secret_id").GetString()}/2024-05-06/sms/tc3_request, ");
        VectorComparison.CompareJson(vector, expected.GetProperty("params"), JsonElement.Parse(request.Body));
    }
}
