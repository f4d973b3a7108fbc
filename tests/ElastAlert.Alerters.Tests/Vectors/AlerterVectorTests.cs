
namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Sends what the reference was recorded to send over HTTP.</summary>
[Trait("Category", "AlerterVectors")]
public sealed class AlerterVectorTests(ITestOutputHelper output)
{
    // Other tests take care of what is not sent over HTTP, or was recorded in other terms.
    private static readonly HashSet<string> Elsewhere = ["command", "debug", "email", "indexer", "stomp", "zabbix", "ses", "sns", "sqs", "tencent_sms"];

    public static TheoryData<string> Cases() =>
        [.. AlerterVector.All.Where(static vector => !Elsewhere.Contains(vector.Alerter) && vector.Expected("tcp") is null).Select(static vector => vector.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task SendAsync_RecordedCase_SendsWhatTheReferenceSent(string id)
    {
        var vector = AlerterVector.All.Single(vector => vector.Id == id);
        using var loaded = new VectorRule(vector);
        if (IsRefused(vector, loaded))
            return;
        var run = await VectorRun.SendAsync(vector, loaded.Rule!);

        Compare(vector, run);
    }

    private bool IsRefused(AlerterVector vector, VectorRule loaded)
    {
        var isRefused = vector.Expected("load_error") is not null;
        if (loaded.Rule is not null || !isRefused && VectorDeviations.Outcomes.ContainsKey(vector.Id))
        {
            (isRefused && !VectorDeviations.Outcomes.ContainsKey(vector.Id)).Should().BeFalse("the reference refuses the rule");
            return loaded.Rule is null;
        }

        output.WriteLine(string.Join('\n', loaded.Problems));
        // A template that could never be rendered is refused when the rule is loaded, not at the first alert.
        isRefused |= loaded.Problems.Any(static problem => problem.Message.Contains("is no Jinja template", StringComparison.Ordinal)) && vector.Expected("error") is not null;
        isRefused.Should().BeTrue("the reference takes the rule: " + string.Join('\n', loaded.Problems));
        return true;
    }

    private static void Compare(AlerterVector vector, VectorRun run)
    {
        if (VectorDeviations.Outcomes.ContainsKey(vector.Id))
            return;
        (run.Failure is not null).Should().Be(vector.Expected("error") is not null, run.Failure?.ToString());
        if (vector.Expected("requests") is { } requests)
            VectorComparison.CompareRequests(vector, requests, run.Requests);
        VectorComparison.CompareInfo(vector, run);
        if (vector.Expected("pipeline") is { } pipeline)
            VectorComparison.ComparePipeline(pipeline, run.Receipt);
    }
}
