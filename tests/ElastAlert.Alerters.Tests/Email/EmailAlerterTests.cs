using System.Security.Cryptography.X509Certificates;
using ElastAlert.Alerters.Tests.Http;
using ElastAlert.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Alerters.Tests.Email;

/// <summary>Delivers mails to a server on a real socket and reads what arrived.</summary>
public sealed class EmailAlerterTests : IDisposable
{
    private static readonly X509Certificate2 Certificate = TestCertificates.Create();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("elastalert-mail");
    private readonly TestClock _clock = new();
    private readonly CollectingLoggerFactory _loggers = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task SendAsync_PlainServer_DeliversToEverybody()
    {
        await using var server = new TestSmtpServer();

        await SendAsync(server, """{"email":["a@example.org","Bea <b@example.org>"],"cc":"c@example.org","bcc":"d@example.org","from_addr":"ea@example.org"}""");

        var session = server.Sessions.Should().ContainSingle().Subject;
        session.From.Should().Be("ea@example.org");
        session.Recipients.Should().Equal("a@example.org", "b@example.org", "c@example.org", "d@example.org");
        session.Commands[^1].Should().Be("QUIT");
        var mail = new ReceivedMail(session.Message!);
        mail.Header("Subject").Should().Be("test rule");
        mail.Header("To").Should().Be("a@example.org, Bea <b@example.org>");
        mail.Header("CC").Should().Be("c@example.org");
        mail.Header("Bcc").Should().BeNull();
        mail.Header("From").Should().Be("ea@example.org");
        mail.Header("Reply-To").Should().Be("a@example.org, Bea <b@example.org>");
        mail.Header("Date").Should().Be("Wed, 01 May 2024 12:00:00 +0000");
        mail.ContentType.Should().Be("text/plain");
        mail.Text.Should().Be("test rule\n\n");
    }

    [Fact]
    public async Task SendAsync_DefaultSender_IsABareWord()
    {
        await using var server = new TestSmtpServer();

        await SendAsync(server, """{"email":"a@example.org"}""");

        server.Sessions[0].From.Should().Be("ElastAlert");
    }

    [Fact]
    public async Task SendAsync_NonAsciiAndLongLines_ArriveAsTheyWere()
    {
        await using var server = new TestSmtpServer();
        var subject = "Überlast auf Straße 7 — 日本語の件名 " + string.Join(' ', Enumerable.Repeat("wörter", 60)) + "\r\nBcc: evil@example.org";
        var body = "Zeile ä 😀\n.\n..punkt\n" + new string('x', 5000) + "\nEnde";
        var alert = Some.Alert() with { Subject = subject, Body = body };

        await SendAsync(server, """{"email":"Jörg Müller, Ops <j@example.org>","from_addr":"\"Wächter, Der\" <w@bücher.example>"}""".Replace("Müller, Ops", "Müller Ops"), alert);

        var session = server.Sessions[0];
        var mail = new ReceivedMail(session.Message!);
        mail.Header("Subject").Should().Be(subject.Replace("\r\n", " ", StringComparison.Ordinal));
        mail.Header("Bcc").Should().BeNull();
        mail.Header("To").Should().Be("Jörg Müller Ops <j@example.org>");
        mail.Header("From").Should().Be("Wächter, Der <w@xn--bcher-kva.example>");
        mail.Text.Should().Be(body);
        session.Message!.Split("\r\n").Should().OnlyContain(static line => line.Length <= 78);
        session.Message.Should().MatchRegex("^[\\x00-\\x7f]*$");
    }

    [Fact]
    public async Task SendAsync_LongAsciiSubject_IsFoldedAndArrivesWhole()
    {
        await using var server = new TestSmtpServer();
        var subject = string.Join(' ', Enumerable.Range(0, 80).Select(static number => $"word{number}")) + "  two spaces";

        await SendAsync(server, """{"email":"a@example.org"}""", Some.Alert() with { Subject = subject });

        new ReceivedMail(server.Sessions[0].Message!).Header("Subject").Should().Be(subject);
        server.Sessions[0].Message!.Split("\r\n").Should().OnlyContain(static line => line.Length <= 78);
    }

    [Fact]
    public async Task SendAsync_Html_HasItsImages()
    {
        await using var server = new TestSmtpServer();
        File.WriteAllBytes(Path.Combine(_folder.FullName, "l.png"), [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10]);
        var options = $$"""{"email":"a@example.org","email_format":"html","assets_dir":"{{_folder.FullName}}","email_image_keys":["logo","gone"],"email_image_values":["l.png","gone.png"]}""";

        await SendAsync(server, options, Some.Alert() with { Body = "<b>é</b>" });

        var mail = new ReceivedMail(server.Sessions[0].Message!);
        mail.ContentType.Should().Be("multipart/mixed");
        mail.Parts.Select(static part => part.ContentType).Should().Equal("text/html", "image/png");
        mail.Parts[0].Text.Should().Be("<b>é</b>");
        mail.Parts[1].Header("Content-ID").Should().Be("<logo>");
        mail.Parts[1].Content.Should().Equal(0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10);
        _loggers.Lines.Should().ContainSingle(static line => line.Contains("without its image gone.png", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task SendAsync_StartTlsAndLogin_EncryptsBeforeItLogsIn(string mechanism)
    {
        await using var server = new TestSmtpServer(new() { Certificate = Certificate, Mechanisms = [mechanism], Login = ("su", "s3cret-pässword") });
        WriteAccount("su", "s3cret-pässword");

        await SendAsync(server, $$"""{"email":"a@example.org","smtp_auth_file":"smtp.yaml","smtp_ca_certs":"{{CaFile()}}"}""");

        var session = server.Sessions[0];
        session.IsEncrypted.Should().BeTrue();
        session.User.Should().Be("su");
        session.Commands.FindIndex(static command => command == "STARTTLS").Should().BeLessThan(session.Commands.FindIndex(static command => command.StartsWith("AUTH", StringComparison.Ordinal)));
        session.Message.Should().NotBeNull();
    }

    [Fact]
    public async Task SendAsync_ImplicitTlsWithClientCertificate_ShowsIt()
    {
        await using var server = new TestSmtpServer(new() { Certificate = Certificate, BeginsWithTls = true, AsksForClientCertificate = true });
        using var own = TestCertificates.Create();
        File.WriteAllText(Path.Combine(_folder.FullName, "c.pem"), own.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder.FullName, "k.pem"), own.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        var options = $$"""{"email":"a@example.org","smtp_ssl":true,"smtp_ca_certs":"{{CaFile()}}","smtp_cert_file":"{{_folder.FullName}}/c.pem","smtp_key_file":"{{_folder.FullName}}/k.pem"}""";

        await SendAsync(server, options);

        server.Sessions[0].IsEncrypted.Should().BeTrue();
        server.Sessions[0].ClientCertificate.Should().Be("CN=localhost");
        server.Sessions[0].Message.Should().NotBeNull();
    }

    [Fact]
    public async Task SendAsync_UntrustedServerAndLogin_NeverShowsThePassword()
    {
        await using var server = new TestSmtpServer(new() { Certificate = Certificate, Mechanisms = ["PLAIN"], Login = ("su", "sp") });
        WriteAccount("su", "sp");

        var failure = await FailureAsync(server, """{"email":"a@example.org","smtp_auth_file":"smtp.yaml"}""");

        failure.Message.Should().StartWith($"The mail server localhost:{server.Port} cannot be trusted: ").And.Contain("smtp_ca_certs");
        failure.IsTransient.Should().BeTrue();
        server.Sessions[0].User.Should().BeNull();
    }

    [Fact]
    public async Task SendAsync_OfferedTlsWithoutLogin_IsTakenAsItIs()
    {
        await using var server = new TestSmtpServer(new() { Certificate = Certificate });

        await SendAsync(server, """{"email":"a@example.org"}""");

        server.Sessions[0].IsEncrypted.Should().BeTrue();
    }

    [Fact]
    public async Task SendAsync_TlsRequiredAndNotOffered_SendsNothing()
    {
        await using var server = new TestSmtpServer();

        var failure = await FailureAsync(server, """{"email":"a@example.org","smtp_require_tls":true}""");

        failure.Message.Should().Be($"The mail server localhost:{server.Port} does not offer TLS, which smtp_require_tls asks for");
        server.Sessions[0].From.Should().BeNull();
    }

    [Fact]
    public async Task SendAsync_WrongPassword_SaysSoWithoutIt()
    {
        await using var server = new TestSmtpServer(new() { Mechanisms = ["PLAIN"], Login = ("su", "other") });
        WriteAccount("su", "s3cret-password");

        var failure = await FailureAsync(server, """{"email":"a@example.org","smtp_auth_file":"smtp.yaml"}""");

        failure.Message.Should().Be($"The mail server localhost:{server.Port} refused the login: 535 5.7.8 su/*** is wrong");
        failure.IsTransient.Should().BeFalse();
        failure.ToString().Should().NotContain("s3cret");
    }

    [Fact]
    public async Task SendAsync_SomeRecipientsRefused_DeliversToTheOthersAndSaysSo()
    {
        await using var server = new TestSmtpServer(new() { RefusedRecipients = ["b@example.org"] });

        var receipt = await SendAsync(server, """{"email":["a@example.org","b@example.org"]}""");

        server.Sessions[0].Recipients.Should().Equal("a@example.org");
        receipt.Values["refused"].Should().Be("b@example.org");
        _loggers.Lines.Should().ContainSingle(static line => line.Contains("refused some receivers of an alert: b@example.org", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendAsync_EveryRecipientRefused_FailsForGood()
    {
        await using var server = new TestSmtpServer(new() { RefusedRecipients = ["a@example.org"] });

        var failure = await FailureAsync(server, """{"email":"a@example.org"}""");

        failure.Message.Should().Be($"The mail server localhost:{server.Port} refused every receiver: a@example.org: 550 5.1.1 no such user");
        failure.IsTransient.Should().BeFalse();
    }

    [Theory]
    [InlineData("MAIL", "451 4.3.0 try later", "the sender: 451 4.3.0 try later", true)]
    [InlineData("DATA", "552 5.3.4 too large", "the message: 552 5.3.4 too large", false)]
    [InlineData("CONNECT", "554 no service", "the connection: 554 no service", false)]
    public async Task SendAsync_ServerRefuses_SaysWhatAndWhetherToTryAgain(string command, string answer, string message, bool isTransient)
    {
        await using var server = new TestSmtpServer(new() { Answers = { [command] = answer } });

        var failure = await FailureAsync(server, """{"email":"a@example.org"}""");

        failure.Message.Should().Be($"The mail server localhost:{server.Port} refused {message}");
        failure.IsTransient.Should().Be(isTransient);
    }

    [Theory]
    [InlineData("EHLO")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task SendAsync_ServerDisconnects_MayBeTriedAgain(string command)
    {
        await using var server = new TestSmtpServer(new() { DisconnectsAt = command });

        var failure = await FailureAsync(server, """{"email":"a@example.org"}""");

        failure.Message.Should().StartWith($"The mail server localhost:{server.Port} cannot be reached: ");
        failure.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task SendAsync_ServerDisconnectsAfterItTookTheMail_IsDelivered()
    {
        await using var server = new TestSmtpServer(new() { DisconnectsAt = "QUIT" });

        await SendAsync(server, """{"email":"a@example.org"}""");

        server.Sessions[0].Message.Should().NotBeNull();
    }

    [Fact]
    public async Task SendAsync_ServerFallsSilent_GivesUpAfterTheTimeout()
    {
        await using var server = new TestSmtpServer(new() { SilentAt = "DATA" });
        var sending = FailureAsync(server, """{"email":"a@example.org","smtp_timeout":3}""");
        await server.Silent;

        _clock.Advance(TimeSpan.FromSeconds(3));

        (await sending).Message.Should().Be($"The mail server localhost:{server.Port} did not answer within 3 seconds");
    }

    [Fact]
    public async Task SendAsync_Cancelled_IsNoFailure()
    {
        await using var server = new TestSmtpServer(new() { SilentAt = "EHLO" });
        using var stop = new CancellationTokenSource();
        var sending = Alerter(server, """{"email":"a@example.org"}""").SendAsync(Some.Alert(), stop.Token);
        await server.Silent;

        await stop.CancelAsync();

        await sending.Invoking(static task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task SendAsync_NoServer_MayBeTriedAgain()
    {
        var server = new TestSmtpServer();
        await server.DisposeAsync();

        var failure = await FailureAsync(server, """{"email":"a@example.org"}""");

        failure.Message.Should().StartWith($"The mail server localhost:{server.Port} cannot be reached: ");
        failure.IsTransient.Should().BeTrue();
    }

    [Theory]
    [InlineData("""{"to":"x@example.org"}""", """{"email_from_field":"to"}""", "x@example.org")]
    [InlineData("""{"to":"bob"}""", """{"email_from_field":"to"}""", "a@example.org")]
    [InlineData("""{"to":"bob"}""", """{"email_from_field":"to","email_add_domain":"example.com"}""", "bob@example.com")]
    [InlineData("""{"to":["bob","ann@example.net"]}""", """{"email_from_field":"to","email_add_domain":"@example.com"}""", "bob@example.com ann@example.net")]
    [InlineData("""{"to":7}""", """{"email_from_field":"to"}""", "a@example.org")]
    [InlineData("{}", """{"email_from_field":"to"}""", "a@example.org")]
    public async Task SendAsync_RecipientsFromAField_AreThoseOrTheConfiguredOnes(string match, string options, string expected)
    {
        await using var server = new TestSmtpServer();

        await SendAsync(server, options[..^1] + ",\"email\":\"a@example.org\"}", Some.Alert(null, Some.Match(match)));

        string.Join(' ', server.Sessions[0].Recipients).Should().Be(expected);
    }

    [Theory]
    [InlineData("""{"to":"x@example.org>\r\nRCPT TO:<evil@example.org"}""", "{}", "*is no mail address")]
    [InlineData("""{"to":"x@evil.example"}""", """{"email_from_field_domains":["example.org"]}""", "*email_from_field_domains*")]
    public async Task SendAsync_FieldNamesAForbiddenRecipient_SendsNothing(string match, string options, string message)
    {
        await using var server = new TestSmtpServer();
        var all = options[..^1] + (options.Length > 2 ? "," : "") + "\"email\":\"a@example.org\",\"email_from_field\":\"to\"}";

        var act = () => SendAsync(server, all, Some.Alert(null, Some.Match(match)));

        (await act.Should().ThrowAsync<AlertDeliveryException>()).WithMessage(message);
        server.Sessions.Should().BeEmpty();
    }

    [Fact]
    public async Task SendAsync_AddressThatNeedsUtf8_AsksTheServerForIt()
    {
        await using var server = new TestSmtpServer(new() { Features = ["SMTPUTF8", "8BITMIME"] });

        await SendAsync(server, """{"email":"jörg@example.org"}""");

        server.Sessions[0].Commands.Should().Contain("MAIL FROM:<ElastAlert> SMTPUTF8 BODY=8BITMIME");
        server.Sessions[0].Recipients.Should().Equal("jörg@example.org");
    }

    private async Task<AlertDeliveryException> FailureAsync(TestSmtpServer server, string options)
    {
        var act = () => SendAsync(server, options);
        return (await act.Should().ThrowAsync<AlertDeliveryException>()).Which;
    }

    private Task<AlertReceipt> SendAsync(TestSmtpServer server, string options, Alert? alert = null) =>
        Alerter(server, options).SendAsync((alert ?? Some.Alert()) with { Rule = Rule() }, CancellationToken.None);

    private IAlerter Alerter(TestSmtpServer server, string options)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock).AddSingleton<ILoggerFactory>(_loggers).BuildServiceProvider();
        return TestAlerters.Create(services, "email", $$"""{"smtp_host":"localhost","smtp_port":{{server.Port}},{{options[1..]}}""", Rule());
    }

    private Rule Rule() => Some.Rule() with { Source = new SourceLocation(Path.Combine(_folder.FullName, "rule.yaml"), 1, 1) };

    private void WriteAccount(string user, string password) =>
        File.WriteAllText(Path.Combine(_folder.FullName, "smtp.yaml"), $"user: {user}\npassword: \"{password}\"\n");

    private string CaFile()
    {
        var path = Path.Combine(_folder.FullName, "ca.pem");
        File.WriteAllText(path, Certificate.ExportCertificatePem());
        return path;
    }
}
