using System.Text;
using System.Text.Json;
using ElastAlert.Alerters.Email.Smtp;
using ElastAlert.Alerters.Tests.Email;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Mails what the reference was recorded to mail.</summary>
[Trait("Category", "AlerterVectors")]
public sealed class EmailVectorTests
{
    public static TheoryData<string> Cases() => VectorRun.Ids("email");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task SendAsync_RecordedCase_MailsWhatTheReferenceMailed(string id)
    {
        var vector = AlerterVector.All.Single(vector => vector.Id == id);
        using var loaded = new VectorRule(vector);
        (loaded.Rule is null).Should().Be(vector.Expected("load_error") is not null, string.Join('\n', loaded.Problems));
        if (loaded.Rule is null)
            return;
        var transport = new RecordingMailTransport(vector.Find("smtp_refuse")?.GetBoolean() == true);

        var run = await VectorRun.SendAsync(vector, loaded.Rule, services => services.AddSingleton<IMailTransport>(transport));

        (run.Failure is not null).Should().Be(vector.Expected("error") is not null, run.Failure?.ToString());
        VectorComparison.CompareInfo(vector, run);
        if (run.Failure is null)
            Compare(vector.Expect.GetProperty("smtp")[0], transport.Mails.Should().ContainSingle().Subject);
    }

    private static void Compare(JsonElement expected, (SmtpOptions Options, MailEnvelope Envelope) mail)
    {
        mail.Options.Host.Should().Be(expected.GetProperty("host").GetString());
        mail.Options.Port.Should().Be(expected.GetProperty("port").ValueKind == JsonValueKind.Null ? null : expected.GetProperty("port").GetInt32());
        mail.Options.UseSsl.Should().Be(expected.GetProperty("ssl").GetBoolean());
        (mail.Options.CertFile is not null).Should().Be(expected.GetProperty("client_cert").GetBoolean());
        (mail.Options.User, mail.Options.Password).Should().Be(Login(expected.GetProperty("calls")));
        mail.Envelope.From.Address.Should().Be(expected.GetProperty("envelope_from").GetString());
        mail.Envelope.Recipients.Select(static recipient => recipient.Address).Should().Equal(Texts(expected.GetProperty("envelope_to")));
        Compare(expected, new ReceivedMail(Encoding.UTF8.GetString(mail.Envelope.Message)));
    }

    private static void Compare(JsonElement expected, ReceivedMail mail)
    {
        foreach (var header in expected.GetProperty("headers").EnumerateObject())
            mail.Header(header.Name).Should().Be(header.Value.GetString(), header.Name);
        (mail.Header("CC") is not null).Should().Be(expected.GetProperty("headers").TryGetProperty("CC", out _));
        mail.Header("Date").Should().NotBeNull();
        mail.Header("Bcc").Should().BeNull();
        mail.ContentType.Should().Be(expected.GetProperty("content_type").GetString());
        var parts = expected.GetProperty("parts").EnumerateArray().ToList();
        var actual = mail.Parts.Count > 0 ? mail.Parts : [mail];
        actual.Should().HaveCount(parts.Count);
        foreach (var (part, own) in parts.Zip(actual))
            ComparePart(part, own);
    }

    private static void ComparePart(JsonElement expected, ReceivedMail part)
    {
        part.ContentType.Should().Be(expected.GetProperty("content_type").GetString());
        part.Header("Content-Transfer-Encoding").Should().Be(expected.GetProperty("transfer_encoding").GetString());
        if (expected.TryGetProperty("text", out var text))
            part.Text.Should().Be(text.GetString());
        if (expected.TryGetProperty("base64", out var content))
            Convert.ToBase64String(part.Content).Should().Be(content.GetString());
        if (expected.TryGetProperty("content_id", out var id))
            part.Header("Content-ID").Should().Be(id.GetString());
    }

    private static (string?, string?) Login(JsonElement calls) => calls.EnumerateArray()
        .Where(static call => call.ValueKind == JsonValueKind.Array)
        .Select(static call => ((string?)call[1].GetString(), (string?)call[2].GetString()))
        .FirstOrDefault();

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(static item => item.GetString()!);
}
