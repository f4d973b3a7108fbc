using System.Text;
using ElastAlert.Alerters;
using ElastAlert.Testing;
using ElastAlert.Values;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Core.Tests.Alerters.Command;

/// <summary>Runs real commands.</summary>
public sealed class CommandAlerterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("elastalert-command");
    private readonly TestClock _clock = new();

    private string Output => Path.Combine(_folder.FullName, "out");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task SendAsync_List_RunsWithoutAShell()
    {
        await SendAsync($$"""{"command":["tee","{{Output}}.{host}"],"pipe_alert_text":true}""", """{"host":"$(touch x);é"}""");

        File.ReadAllText(Output + ".$(touch x);é").Should().Be("test rule\n\n");
    }

    [Fact]
    public async Task SendAsync_PipeMatchJson_WritesAllMatchesAndALineEnd()
    {
        var matches = new[] { Some.Match("""{"n":1.0,"t":"é"}"""), Some.Match("""{"n":[]}""") };
        var alert = Some.Alert(Some.Rule(), matches);

        await Alerter($$"""{"command":["tee","{{Output}}"],"pipe_match_json":true}""").SendAsync(alert, CancellationToken.None);

        File.ReadAllText(Output).Should().Be(
            """[{"n": 1.0, "t": "\u00e9", "@timestamp": "2024-05-01T12:00:00Z"}, {"n": [], "@timestamp": "2024-05-01T12:00:00Z"}]""" + "\n");
    }

    [Fact]
    public async Task SendAsync_ShellLine_RunsInAShellWithTheIdOfTheAlert()
    {
        var options = $$"""{"command":"echo $ELASTALERT_ALERT_ID | tr a-z A-Z > {{Output}}","fail_on_non_zero_exit":true}""";

        await SendAsync(options);

        File.ReadAllText(Output).Should().Be("TEST RULE/1/0\n");
    }

    [Fact]
    public async Task SendAsync_QuotedPlaceholdersInAShellLine_StayOneWord()
    {
        var options = $$"""{"command":"printf '%%s|' {host} {host} > {{Output}}","command_quote_placeholders":true,"fail_on_non_zero_exit":true}""";

        await SendAsync(options, """{"host":"it's; touch owned $(id) `id` \\ *"}""");

        File.ReadAllText(Output).Should().Be("""it's; touch owned $(id) `id` \ *|it's; touch owned $(id) `id` \ *|""");
    }

    [Fact]
    public async Task SendAsync_CommandThatDoesNotExist_SaysSo()
    {
        var act = () => SendAsync("""{"command":["no-such-program-here","secret"]}""");

        (await act.Should().ThrowAsync<AlertDeliveryException>()).WithMessage(
            "The command no-such-program-here could not be started: there is no such program in PATH.").Which.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task SendAsync_FileThatCannotBeExecuted_SaysSo()
    {
        File.WriteAllText(Output, "x");

        var act = () => SendAsync($$"""{"command":["{{Output}}"]}""");

        (await act.Should().ThrowAsync<AlertDeliveryException>()).WithMessage($"The command {Output} could not be started: *");
    }

    [Fact]
    public async Task SendAsync_CommandThatFails_SaysSo()
    {
        var act = () => SendAsync("""{"command":["sh","-c","exit 3"],"fail_on_non_zero_exit":true}""");

        (await act.Should().ThrowAsync<AlertDeliveryException>()).WithMessage("The command sh ended with exit status 3.");
    }

    [Fact]
    public async Task SendAsync_CommandThatFailsAndIsNotAskedFor_Delivers()
    {
        var receipt = await SendAsync("""{"command":["sh","-c","exit 3"],"pipe_match_json":true}""");

        receipt.Values["command"].Should().Be("sh -c exit 3");
    }

    [Fact]
    public async Task SendAsync_CommandThatReadsItsInputWithoutGettingAny_Ends()
    {
        await SendAsync($$"""{"command":["tee","{{Output}}"],"fail_on_non_zero_exit":true}""");

        File.ReadAllText(Output).Should().BeEmpty();
    }

    [Fact]
    public async Task SendAsync_CommandThatDoesNotReadItsLongInput_Delivers()
    {
        var match = Some.Match($$"""{"text":"{{new string('x', 1_000_000)}}"}""");

        await Alerter("""{"command":["true"],"pipe_match_json":true,"fail_on_non_zero_exit":true}""")
            .SendAsync(Some.Alert(Some.Rule(), match), CancellationToken.None);
    }

    [Fact]
    public async Task SendAsync_CommandThatHangs_IsStoppedWithItsChildrenAfterTheTimeout()
    {
        var sending = SendAsync($$"""{"command":["sh","-c","echo $$ > {{Output}}; sleep 1000; true"],"pipe_match_json":true,"command_timeout":7}""");
        await WrittenAsync(Output);

        _clock.Advance(TimeSpan.FromSeconds(7));

        (await sending.Invoking(static task => task).Should().ThrowAsync<AlertDeliveryException>())
            .WithMessage("The command sh did not end within 7 seconds and was stopped (command_timeout).");
        IsRunning(File.ReadAllText(Output).Trim()).Should().BeFalse();
    }

    [Fact]
    public async Task SendAsync_Cancelled_StopsTheCommand()
    {
        using var stop = new CancellationTokenSource();
        var alerter = Alerter($$"""{"command":["sh","-c","echo $$ > {{Output}}; sleep 1000; true"],"fail_on_non_zero_exit":true}""");
        var sending = alerter.SendAsync(Some.Alert(), stop.Token);
        await WrittenAsync(Output);

        await stop.CancelAsync();

        await sending.Invoking(static task => task).Should().ThrowAsync<OperationCanceledException>();
        IsRunning(File.ReadAllText(Output).Trim()).Should().BeFalse();
    }

    [Fact]
    public async Task SendAsync_NothingAskedFor_DoesNotWaitForTheEnd()
    {
        var gate = Path.Combine(_folder.FullName, "gate");

        await SendAsync($$"""{"command":["sh","-c","while ! test -e {{gate}}; do sleep 0.02; done; echo done > {{Output}}"]}""");

        File.Exists(Output).Should().BeFalse();
        File.WriteAllText(gate, "");
        await WrittenAsync(Output);
    }

    private Task<AlertReceipt> SendAsync(string options, string match = "{}") =>
        Alerter(options).SendAsync(Some.Alert(Some.Rule(), Some.Match(match)), CancellationToken.None);

    private IAlerter Alerter(string options)
    {
        var registration = CoreAlerters.All.Single(static alerter => alerter.Name == "command");
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock).BuildServiceProvider();
        return registration.Create(new AlerterContext(Some.Rule(), Some.Entry("command", options), services));
    }

    private static async Task WrittenAsync(string path)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!File.Exists(path) || new FileInfo(path).Length == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
    }

    // A process that was killed but not waited for by its own parent is left as a zombie.
    private static bool IsRunning(string id)
    {
        var status = $"/proc/{id}/status";
        return File.Exists(status) && !File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal);
    }
}
