using ElastAlert.Values;

namespace ElastAlert.Alerters.Failures;

/// <summary>Makes what notifications are sent with: a rule that stands for the engine, and the alert.</summary>
internal static class FailureRule
{
    private const string Name = "ElastAlert 2 System Error Notification";

    /// <summary>Returns the rule that stands for the engine, with the global options.</summary>
    public static Rule Create(GlobalOptions options) => new()
    {
        Name = Name,
        Type = "any",
        Query = new RuleQuery { Index = "" },
        Schedule = new RuleSchedule { RunEvery = options.RunEvery, BufferTime = options.BufferTime },
        Connection = options.Connection ?? new ConnectionOptions { Nodes = [new Uri("http://localhost:9200")] },
        Timestamp = new RuleTimestamp { Field = "timestamp" },
        Options = Options(options),
        Alerters = options.NotifyAlert,
        Source = options.Source,
    };

    /// <summary>Returns the entry that mails a failure.</summary>
    public static AlerterEntry MailEntry(GlobalOptions options, IReadOnlyList<string> recipients) => new()
    {
        Name = "email",
        Index = 0,
        Options = Options(options).Without("cc").Without("bcc").With("email", OptionValue.Of([.. recipients.Select(static address => OptionValue.Of(address))])),
    };

    /// <summary>Returns the alert of a failure, without texts. It names the rule and holds none of its options, which may be secret.</summary>
    public static Alert Alert(FailureNotification notification, Rule rule)
    {
        var fields = Document.Empty
            .With("timestamp", IsoTime.Format(notification.OccurredAt))
            .With("message", notification.Message)
            .With("rule", notification.Rule?.Name)
            .ToOwned();
        return new Alert
        {
            Id = $"{Name}/{notification.OccurredAt.UtcTicks}",
            DedupKey = Name,
            Rule = rule,
            Matches = [new RuleMatch { Fields = fields, Timestamp = notification.OccurredAt }],
            Subject = "",
            Body = "",
            AlertTime = notification.OccurredAt,
        };
    }

    private static OptionMap Options(GlobalOptions options)
    {
        var named = options.Options.With("name", OptionValue.Of(Name)).With("timestamp_field", OptionValue.Of("timestamp"));
        return named.ContainsKey("jinja_root_name") ? named : named.With("jinja_root_name", OptionValue.Of("_data"));
    }
}
