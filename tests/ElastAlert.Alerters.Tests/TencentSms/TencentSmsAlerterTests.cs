using System.Text;
using System.Text.Json;
using ElastAlert.Alerters.Tests.Http;
using ElastAlert.Alerters.TencentSms;
using ElastAlert.Testing;

namespace ElastAlert.Alerters.Tests.TencentSms;

/// <summary>Shows what the recorded cases do not: signatures, parameters that are not there, and messages that only some receive.</summary>
public sealed class TencentSmsAlerterTests
{
    private const string Options = """
        {"tencent_sms_secret_id":"si","tencent_sms_secret_key":"s3cret","tencent_sms_sdk_appid":"1400","tencent_sms_template_id":"T1",
         "tencent_sms_to_number":["+861","+862","+863"],"tencent_sms_template_parm":["/host","/a~1b/1","/gone/x"]}
        """;

    private static readonly Alert Alert = Some.Alert(matches: Some.Match("""{"host":"web-1","a/b":[0,1.5]}"""));

    [Fact]
    public async Task SendAsync_SomeNumbersRefused_TheRetryLeavesTheOthersAlone()
    {
        var isDown = true;
        await using var server = new ScriptedHttpServer(request => new(200, Answer(request, number => isDown && number != "+861" ? "LimitExceeded.DeliveryFrequencyLimit" : "Ok")));
        var alerter = TestAlerters.Create(server, "tencent_sms", Options);
        var act = () => alerter.SendAsync(Alert, CancellationToken.None);
        var failure = (await act.Should().ThrowAsync<AlertDeliveryException>()).Which;
        isDown = false;

        await alerter.SendAsync(Alert, CancellationToken.None);

        failure.IsTransient.Should().BeTrue();
        failure.Message.Should().Contain("LimitExceeded.DeliveryFrequencyLimit");
        server.Requests.Select(static request => request.Json().GetProperty("PhoneNumberSet").GetRawText()).Should().Equal("[\"\\u002B861\",\"\\u002B862\",\"\\u002B863\"]", "[\"\\u002B862\",\"\\u002B863\"]");
    }

    [Theory]
    [InlineData("AuthFailure.SignatureFailure", false)]
    [InlineData("RequestLimitExceeded", true)]
    [InlineData("InternalError.Timeout", true)]
    public async Task SendAsync_RequestRefused_SaysWhetherTryingAgainCanHelp(string code, bool isTransient)
    {
        await using var server = new ScriptedHttpServer(_ => new(200, $$"""{"Response":{"Error":{"Message":"key s3cret","Code":"{{code}}" } } }"""));
        var act = () => TestAlerters.Create(server, "tencent_sms", Options).SendAsync(Alert, CancellationToken.None);

        var failure = (await act.Should().ThrowAsync<AlertDeliveryException>()).Which;

        failure.IsTransient.Should().Be(isTransient);
        failure.Message.Should().Contain(code).And.NotContain("s3cret");
    }

    [Fact]
    public async Task SendAsync_Parameters_AreTextAndNothingIsMissing()
    {
        await using var server = new ScriptedHttpServer(static request => new(200, Answer(request, static _ => "Ok")));

        await TestAlerters.Create(server, "tencent_sms", Options).SendAsync(Alert, CancellationToken.None);

        server.Requests[0].Json().GetProperty("TemplateParamSet").EnumerateArray().Select(static item => item.GetString()).Should().Equal("web-1", "1.5", "<MISSING VALUE>");
    }

    [Fact]
    public void Authorize_Body_IsSignedAsDocumented() =>
        TencentSignature.Authorize("si", "sk", "sms.tencentcloudapi.com", "sms", Encoding.UTF8.GetBytes("""{"a":1}"""), new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero))
            .Should().Be("TC3-HMAC-SHA256 Credential=si/2024-05-06/sms/tc3_request, SignedHeaders=content-type;host, Signature=4ceaeff2f6a68da8a9a5119f8a0f918181cb1fd1e29a0627c6fea0950331fce2");

    [Theory]
    [InlineData("", """{"a":{"b":[1,2]}}""")]
    [InlineData("/a/b/1", "2")]
    [InlineData("/a/b/01", null)]
    [InlineData("/a/b/2", null)]
    [InlineData("/a/c", null)]
    [InlineData("/a/b/1/x", null)]
    public void Find_Pointer_IsWhatTheStandardSays(string text, string? expected)
    {
        JsonPointer.TryParse(text, out var pointer).Should().BeTrue();

        (pointer!.Find(JsonElement.Parse("""{"a":{"b":[1,2]}}"""))?.GetRawText()).Should().Be(expected);
    }

    [Fact]
    public void Read_TextThatIsNoPointer_IsAProblem()
    {
        var reader = new AlerterOptionReader(Some.Rule(), Some.Entry("tencent_sms", """{"tencent_sms_template_parm":["host"]}"""));

        TencentSmsAlerterOptions.Read(reader);

        reader.Problems.Should().ContainSingle().Which.Message.Should().Be("has 'host', which is no JSON pointer.");
    }

    private static string Answer(ReceivedHttpRequest request, Func<string, string> code)
    {
        var statuses = request.Json().GetProperty("PhoneNumberSet").EnumerateArray()
            .Select(number => $$"""{"PhoneNumber":"{{number.GetString()}}","Code":"{{code(number.GetString()!)}}"}""");
        return $$$"""{"Response":{"SendStatusSet":[{{{string.Join(',', statuses)}}}],"RequestId":"r"}}""";
    }
}
