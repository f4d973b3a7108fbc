using ElastAlert.Alerters.Failures;
using ElastAlert.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Core.Tests.Alerters.Failures;

/// <summary>Shows who is told about failures, and what (T75 of engine.md).</summary>
public sealed class FailureNotifierTests
{
    private readonly CollectingAlerter _mail = new();
    private readonly CollectingAlerter _chat = new();
    private readonly List<AlerterEntry> _entries = [];

    [Fact]
    public async Task NotifyAsync_HandledError_MailsTheMessage()
    {
        await NotifyAsync(Options(["a@b"]), new FailureNotification("the server is gone", Some.Moment));

        var mail = _mail.Alerts.Should().ContainSingle().Subject;
        mail.Subject.Should().Be("ElastAlert notification");
        mail.Body.Should().Be("the server is gone\n");
        _entries.Single().Options.Texts("email").Should().Equal("a@b");
        _entries.Single().Options.Text("smtp_host").Should().Be("mx");
    }

    [Fact]
    public async Task NotifyAsync_UncaughtException_NamesTheRuleAndTellsItsRecipientsToo()
    {
        var rule = Some.Rule("r");
        rule = rule with { Alerting = rule.Alerting with { NotifyEmail = ["c@d", "a@b"] } };

        await NotifyAsync(Options(["a@b"]), new FailureNotification("boom", Some.Moment) { Rule = rule, IsRuleDisabled = true, Trace = "at X" });

        var mail = _mail.Alerts.Should().ContainSingle().Subject;
        mail.Subject.Should().Be("Uncaught exception in ElastAlert - r");
        mail.Body.Should().Be("""
            The rule r has raised an uncaught exception.
            It has been disabled and runs again when its file changes or ElastAlert is restarted.

            boom

            at X

            """);
        _entries.Single().Options.Texts("email").Should().Equal("a@b", "c@d");
    }

    [Fact]
    public async Task NotifyAsync_NobodyToTell_SendsNothing()
    {
        await NotifyAsync(Options([]), new FailureNotification("x", Some.Moment));

        _mail.Alerts.Should().BeEmpty();
    }

    [Fact]
    public async Task NotifyAsync_Alerters_GetOneMatchWithoutTheOptionsOfTheRule()
    {
        var options = Options([]) with { NotifyAlert = [new AlerterEntry { Name = "chat", Index = 0 }] };

        await NotifyAsync(options, new FailureNotification("x", Some.Moment) { Rule = Some.Rule("r", optionsJson: """{"token":"s3cret"}""") });

        var alert = _chat.Alerts.Should().ContainSingle().Subject;
        alert.Rule.Name.Should().Be("ElastAlert 2 System Error Notification");
        alert.Matches.Should().ContainSingle().Which.Fields.ToString().Should().Be("""{"timestamp":"2024-05-01T12:00:00Z","message":"x","rule":"r"}""");
        alert.Subject.Should().Be("subject");
        alert.Body.Should().Be("body");
    }

    [Fact]
    public async Task NotifyAsync_OneFails_TellsTheOthersAndSaysSo()
    {
        var options = Options(["a@b"]) with { NotifyAlert = [new AlerterEntry { Name = "throw", Index = 0 }, new AlerterEntry { Name = "chat", Index = 1 }] };

        var act = () => NotifyAsync(options, new FailureNotification("x", Some.Moment));

        (await act.Should().ThrowAsync<AlertDeliveryException>()).WithMessage("*The service does not answer.*");
        _chat.Alerts.Should().ContainSingle();
        _mail.Alerts.Should().ContainSingle();
    }

    private static GlobalOptions Options(IReadOnlyList<string> recipients) =>
        new() { NotifyEmail = recipients, Options = Some.Options("""{"smtp_host":"mx"}""") };

    private async Task NotifyAsync(GlobalOptions options, FailureNotification notification)
    {
        var mail = new AlerterRegistration
        {
            Name = "email",
            Create = context =>
            {
                _entries.Add(context.Entry);
                return _mail;
            },
        };
        var catalog = new ExtensionCatalog([], [mail, _chat.Register("chat"), new ThrowingAlerter().Register()], []);
        var services = new ServiceCollection().BuildServiceProvider();
        using var notifier = new FailureNotifier(options, catalog, (rule, entry) => new AlerterContext(rule, entry, services) { Texts = new FixedTexts() });
        await notifier.NotifyAsync(notification, CancellationToken.None);
    }

    private sealed class FixedTexts : IAlertTexts
    {
        public string Subject(IReadOnlyList<RuleMatch> matches) => "subject";

        public string Body(IReadOnlyList<RuleMatch> matches) => "body";

        public string MatchText(RuleMatch match) => "match";
    }
}
