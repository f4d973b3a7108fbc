using System.Text.Json;
using ElastAlert.Search.Aws;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Asks services of AWS for what the reference was recorded to ask them for, through the same credentials.</summary>
[Trait("Category", "AlerterVectors")]
public sealed class AwsVectorTests
{
    // Where the rule names no key, the recorded session looks around the process.
    private static readonly Dictionary<string, string> Variables = new() { ["HOME"] = "/h", ["AWS_ACCESS_KEY_ID"] = "OF-ENVIRONMENT", ["AWS_SECRET_ACCESS_KEY"] = "s" };

    private static readonly Dictionary<string, string> Files = new()
    {
        ["/h/.aws/credentials"] = "[prof]\naws_access_key_id = OF-PROFILE\naws_secret_access_key = s\n",
        ["/h/.aws/config"] = "[profile prof]\nregion = eu-central-1\n",
    };

    public static TheoryData<string> Cases() => [.. AlerterVector.All.Where(static vector => vector.Expected("aws") is not null).Select(static vector => vector.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task SendAsync_RecordedCase_AsksForWhatTheReferenceAskedFor(string id)
    {
        var vector = AlerterVector.All.Single(vector => vector.Id == id);
        using var loaded = new VectorRule(vector);
        loaded.Rule.Should().NotBeNull(string.Join('\n', loaded.Problems));

        var run = await VectorRun.SendAsync(
            vector,
            loaded.Rule!,
            static services => services.AddSingleton(new AwsEnvironment(Variables.GetValueOrDefault, Files.GetValueOrDefault)));

        (run.Failure is not null).Should().Be(vector.Expected("error") is not null, run.Failure?.ToString());
        VectorComparison.CompareInfo(vector, run);
        var request = run.Requests.Should().ContainSingle().Subject;
        var expected = vector.Expected("aws")!.Value[0];
        CompareSession(expected, request);
        CompareParameters(expected, request);
    }

    private static void CompareSession(JsonElement expected, RecordedRequest request)
    {
        var session = expected.GetProperty("session");
        var isProfile = session.TryGetProperty("profile_name", out _);
        var region = isProfile ? "eu-central-1" : session.GetProperty("region_name").GetString();
        var key = isProfile ? "OF-PROFILE" : session.GetProperty("aws_access_key_id").GetString() ?? "OF-ENVIRONMENT";
        var service = expected.GetProperty("service").GetString();
        request.Headers["Authorization"].Should().StartWith($"AWS4-HMAC-SHA256 Credential={key}/20240506/{region}/{service}/aws4_request, ");
        request.Url.Should().Be(service switch
        {
            "sqs" => new Uri(new Uri(expected.GetProperty("params").GetProperty("QueueUrl").GetString()!), "/").AbsoluteUri,
            "ses" => $"https://email.{region}.amazonaws.com/",
            _ => $"https://sns.{region}.amazonaws.com/",
        });
    }

    private static void CompareParameters(JsonElement expected, RecordedRequest request)
    {
        var actual = VectorComparison.Form(request.Body);
        actual.Remove("Version", out _);
        actual.Remove("Action", out var action);
        action.Should().Be(string.Concat(expected.GetProperty("operation").GetString()!.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..])));
        actual.Should().BeEquivalentTo(Flat("", expected.GetProperty("params")).ToDictionary());
    }

    // Members of objects are joined with dots, those of lists are numbered.
    private static IEnumerable<KeyValuePair<string, string>> Flat(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Flat(name.Length == 0 ? member.Name : $"{name}.{member.Name}", member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Index().SelectMany(item => Flat($"{name}.member.{item.Index + 1}", item.Item)),
        _ => [new(name, value.GetString()!)],
    };
}
