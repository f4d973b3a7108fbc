using ElastAlert.Configuration;
using ElastAlert.Configuration.Schema;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Configuration;

public sealed class RuleReaderTests
{
    public static TheoryData<string, string, string, string> Refused => new()
    {
        { "any", "alert: [nosuch]", "alert[0]", "names the alerter 'nosuch', which does not exist." },
        { "any", "alert: ms_teams", "alert[0]", "names the alerter 'ms_teams', which does not exist." },
        { "any", "alert: company.Missing", "alert[0]", "names the alerter 'company.Missing', which does not exist." },
        { "any", "alert: []", "alert", "is empty, so nothing would be delivered." },
        { "any", "alert: [{debug: {}, command: {}}]", "alert[0]", "names debug, command in one entry, of which only the first would count." },
        { "any", "alert: [{debug: 5}]", "alert[0]", "holds a mapping where an alerter must stand." },
        { "any", "alert: [5]", "alert[0]", "holds 5 where an alerter must stand." },
        { "any", "alert: slack", "slack_webhook_url", "is missing, which the alerter 'slack' needs." },
        { "frequncy", "", "type", "names the rule type 'frequncy', which does not exist." },
        { "company.rules.Missing", "", "type", "names the rule type 'company.rules.Missing', which does not exist." },
        { "frequency", "timeframe: {minutes: 1}", "num_events", "is missing, which a rule of type 'frequency' needs." },
        { "frequency", "{timeframe: {minutes: 1}, num_events: '5'}", "num_events", "must be a whole number, was the text '5'." },
        { "frequency", "{timeframe: {mins: 1}, num_events: 5}", "timeframe.mins", "must be one of the members weeks, days, hours, minutes, seconds, milliseconds." },
        { "frequency", "{timeframe: 5m, num_events: 5}", "timeframe", "must be a duration such as {minutes: 5}, was the text '5m'." },
        { "frequency", "{timeframe: {minutes: 0}, num_events: 5}", "timeframe", "must be greater than zero, was 00:00:00." },
        { "frequency", "{timeframe: {minutes: -5}, num_events: 5}", "timeframe", "must be greater than zero, was -00:05:00." },
        { "any", "realert: {microseconds: 1}", "realert.microseconds", "must be one of the members weeks, days, hours, minutes, seconds, milliseconds." },
        { "any", "realert: {schedule: '0 8 * * *'}", "realert.schedule", "must be one of the members weeks, days, hours, minutes, seconds, milliseconds." },
        { "any", "run_every: {mins: 1}", "run_every.mins", "must be one of the members weeks, days, hours, minutes, seconds, milliseconds." },
        { "any", "run_every: {minutes: 0}", "run_every", "must be greater than zero, was 00:00:00." },
        { "any", "buffer_time: {minutes: -1}", "buffer_time", "must not be negative, was -00:01:00." },
        { "any", "buffer_time: {days: 99999999}", "buffer_time", "must be a duration that fits into 10 million days." },
        { "any", "filter: {term: {a: 1}}", "filter", "must be a list, was a mapping." },
        { "any", "filter: [error]", "filter", "holds the text 'error' where a query must stand." },
        { "any", "include: a", "include", "must be a list, each item text, was the text 'a'." },
        { "frequency", "{timeframe: {minutes: 1}, num_events: 5, use_terms_query: true}", "use_terms_query", "needs a query_key." },
        { "frequency", "{timeframe: {minutes: 1}, num_events: 5, use_terms_query: true, query_key: [a, b]}", "query_key", "names several fields, but a terms query counts the values of one; it would find nothing." },
        { "any", "use_count_query: true", "use_count_query", "cannot be used by a rule of type 'any', which needs more than numbers." },
        { "any", "timestamp_type: foo", "timestamp_type", "must be one of iso, unix, unix_ms, custom, was 'foo'." },
        { "any", "timestamp_format_expr: __import__('os')", "timestamp_format_expr", "cannot be evaluated: only 'ts' and quoted texts can be used." },
        { "any", "query_timezone: Mars/Base", "query_timezone", "names the time zone 'Mars/Base', which this machine does not know." },
        { "any", "scan_entire_timeframe: true", "scan_entire_timeframe", "needs a timeframe." },
        { "any", "limit_execution: every day", "limit_execution", "is not a cron expression" },
        { "any", "aggregation: {schedule: '99 * * * *'}", "aggregation", "is not a cron expression" },
        { "any", "match_enhancements: [company.Missing]", "match_enhancements", "names the enhancement 'company.Missing', which does not exist." },
        { "any", "priority: '1'", "priority", "must be a whole number, was the text '1'." },
        { "any", "es_port: '9200'", "es_port", "must be a whole number, was the text '9200'." },
        { "any", "use_ssl: 'true'", "use_ssl", "must be true or false, was the text 'true'." },
        { "any", "kibana_discover_columns: []", "kibana_discover_columns", "must be a list, each item text that is not empty, with at least one item, was an empty list." },
        { "any", "gelf_log_level: '3'", "gelf_log_level", "must be a whole number from 0 to 7, was the text '3'." },
        { "any", "max_query_size: 0", "max_query_size", "must be a whole number of at least 1, was 0." },
        { "any", "es_password: 12345", "es_password", "must be text, was a number." },
        { "any", "es_username: me", "es_username", "stands without es_password." },
        { "any", "{verify_certs: false, ca_certs: ca.pem}", "ca_certs", "names trusted authorities, but verify_certs is false." },
        { "any", "filter: [{eql: 'a where b'}, {esql: 'from x'}]", "filter", "holds both an eql and an esql query, but one query selects the documents." },
        { "frequency", "{timeframe: {minutes: 1}, num_events: 5, use_count_query: true, filter: [{eql: a}]}", "filter", "holds an eql query, which supplies documents, but this rule asks for numbers." },
        { "percentage_match", "match_bucket_filter: []", "max_percentage", "A rule of type 'percentage_match' needs at least one of max_percentage, min_percentage." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    [Trait("Vector", "T32,T34")]
    public void Read_WrongOption_SaysWhatAndWhere(string type, string options, string key, string message)
    {
        var result = Some.Rule(options.Length == 0 ? "{}" : options, type: type);

        result.Rule.Should().BeNull();
        var problem = result.Problems.Where(static problem => problem.Severity == RuleProblemSeverity.Error).Should().ContainSingle().Subject;
        (problem.Rule, problem.Key).Should().Be(("r", key));
        problem.Message.Should().Contain(message);
        problem.Cure.Should().NotBeNullOrEmpty();
        problem.Location.Line.Should().BePositive();
    }

    [Theory]
    [InlineData("any", "terms_paging: true", "has no effect: this rule does not ask for numbers per value of query_key.")]
    [InlineData("frequency", "{timeframe: {minutes: 1}, num_events: 5, use_count_query: true, terms_paging: true}", "has no effect: this rule does not ask for numbers per value of query_key.")]
    [InlineData("percentage_match", "{match_bucket_filter: [], max_percentage: 5, terms_paging: true}", "has no effect without query_key.")]
    [InlineData("percentage_match", "{match_bucket_filter: [], max_percentage: 5, query_key: a, terms_paging: true}", null)]
    [InlineData("frequency", "{timeframe: {minutes: 1}, num_events: 5, use_terms_query: true, query_key: a, terms_paging: true}", null)]
    public void Read_TermsPaging_WarnsWhereItHasNoEffect(string type, string options, string? message)
    {
        var result = Some.Rule(options, type: type);

        result.Rule!.Query.TermsPaging.Should().BeTrue();
        result.Problems.Where(static problem => problem.Key == "terms_paging").Select(static problem => problem.Message)
            .Should().Equal(message is null ? [] : [message]);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("index")]
    [InlineData("alert")]
    [Trait("Vector", "T32")]
    public void Read_RequiredOptionOnlyInTheGlobalFile_IsMissing(string key)
    {
        var own = Some.Options("{name: r, type: any, index: i, alert: debug}").Without(key);

        var result = Some.Read(own, global: "{type: any, index: i, alert: debug}".Trim('{', '}').Replace(", ", "\n", StringComparison.Ordinal));

        result.Problems.Should().Contain(problem => problem.Key == key && problem.Message == "is missing.");
    }

    [Theory]
    [InlineData("{num_events: 5.0, timeframe: {minutes: 1}}")]
    [InlineData("{num_events: 5, timeframe: {minutes: 1}, realert: {minutes: -5}}")]
    [InlineData("{num_events: 5, timeframe: {minutes: 1}, whatever: 1}")]
    [Trait("Vector", "T32")]
    [InlineData("{num_events: 5, timeframe: {minutes: 1}, description: 5}")]
    [InlineData("{num_events: 5, timeframe: {minutes: 1}, description: true}")]
    public void Read_WhatTheReferenceAccepts_Loads(string options) => Some.ValidRule(options, type: "frequency");

    [Theory]
    [InlineData("{}", 60)]
    [InlineData("realert: {}", 0)]
    [InlineData("realert: {minutes: 5}", 300)]
    [InlineData("aggregation: {minutes: 5}", 0)]
    [InlineData("aggregation: {}", 0)]
    public void Read_Realert_DefaultsToAMinuteOrToNothingWithAggregation(string options, int seconds) =>
        Some.ValidRule(options).Alerting.Realert.Should().Be(TimeSpan.FromSeconds(seconds));

    [Fact]
    [Trait("Quirk", "Q01")]
    public void Read_GlobalDurations_AreDefaultsOfRules()
    {
        var rule = Some.ValidRule("{}", global: "realert: {minutes: 7}\nquery_delay: {minutes: 2}\naggregation: {minutes: 3}");

        rule.Alerting.Realert.Should().Be(TimeSpan.FromMinutes(7));
        rule.Schedule.QueryDelay.Should().Be(TimeSpan.FromMinutes(2));
        rule.Alerting.Aggregation!.Duration.Should().Be(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void Read_AggregationWithScheduleAndDuration_TakesTheSchedule()
    {
        var aggregation = Some.ValidRule("aggregation: {schedule: '2 4 * * mon,fri', minutes: 5}").Alerting.Aggregation!;

        aggregation.Schedule.Should().Be("2 4 * * mon,fri");
        aggregation.Duration.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    [Trait("Quirk", "Q23")]
    public void Read_NoPriority_IsTheNumber2() => Some.ValidRule("{}").Priority.Should().Be(2);

    [Theory]
    [InlineData("query_key: a", "a", new string[0])]
    [InlineData("query_key: [a]", "a", new string[0])]
    [InlineData("query_key: [a, b.c]", "a,b.c", new[] { "a", "b.c" })]
    [InlineData("query_key: []", null, new string[0])]
    public void Read_QueryKey_IsJoined(string options, string? joined, string[] parts)
    {
        var query = Some.ValidRule(options).Query;

        query.QueryKey.Should().Be(joined);
        query.CompoundQueryKey.Should().Equal(parts);
    }

    [Fact]
    public void Read_Include_HasEveryFieldThatTheRuleNames()
    {
        var rule = Some.ValidRule("{include: [m], query_key: [a, b], aggregation_key: [c], compare_key: d, top_count_keys: [e], timestamp_field: t}");

        rule.Query.Include.Should().Equal("m", "a,b", "a", "b", "c", "d", "e", "t");
    }

    [Fact]
    public void Read_NoInclude_IsEverything() => Some.ValidRule("{}").Query.Include.Should().Equal("*", "@timestamp");

    [Fact]
    public void Read_Filter_LosesQueryWrappersAndLanguageItems()
    {
        var query = Some.ValidRule("filter: [{query: {term: {a: 1}}}, {eql: 'x where y'}, {eql: 'z where y'}, {range: {b: {gt: 2020-01-01}}}]").Query;

        query.Filter.Select(static filter => filter.GetRawText()).Should().Equal("""{"term":{"a":1}}""", """{"range":{"b":{"gt":"2020-01-01"}}}""");
        query.Eql.Should().Be("z where y");
    }

    [Fact]
    [Trait("Vector", "T77")]
    [Trait("Quirk", "Q02")]
    public void Read_GlobalFilter_BelongsToEachRuleAlone()
    {
        var first = Some.ValidRule("filter: [{term: {u: x}}]", global: "filter: [{term: {g: 1}}]");
        var second = Some.ValidRule("{}", global: "filter: [{term: {g: 1}}]");

        first.Query.Filter.Should().ContainSingle().Which.GetRawText().Should().Be("""{"term":{"u":"x"}}""");
        second.Query.Filter.Should().ContainSingle().Which.GetRawText().Should().Be("""{"term":{"g":1}}""");
    }

    [Fact]
    [Trait("Vector", "T67")]
    public void Read_QueryTimezone_IsAZone() =>
        Some.ValidRule("query_timezone: Europe/Istanbul").Timestamp.QueryTimeZone!.Id.Should().Be("Europe/Istanbul");

    [Theory]
    [InlineData("no", false)]
    [InlineData("false", false)]
    [InlineData("yes", true)]
    [Trait("Vector", "T33")]
    public void Read_IsEnabled_TakesTheWordsOfYaml11(string word, bool expected) => Some.ValidRule($"is_enabled: {word}").IsEnabled.Should().Be(expected);

    [Fact]
    public void Read_FlagThatIsNone_CountsAsTheReferenceCountsItAndWarns()
    {
        var result = Some.Rule("is_enabled: 'false'");

        result.Rule!.IsEnabled.Should().BeTrue();
        result.Problems.Should().ContainSingle(static problem => problem.Key == "is_enabled" && problem.Message == "should be true or false, was the text 'false', which counts as true.");
    }

    [Fact]
    public void Read_Alert_DeliversJiraFirstAndKeepsWrittenPlaces()
    {
        var result = Some.Rule("""
            alert: [debug, {debug: {owner: me}}, jira, {debug: }]
            jira_server: s
            jira_project: p
            jira_issuetype: t
            jira_account_file: a
            owner: us
            """);

        result.Problems.Should().Contain(static problem => problem.Key == "alert[2]" && problem.Severity == RuleProblemSeverity.NotSupported);
        result.Problems.Should().Contain(static problem => problem.Key == "jira_account_file" && problem.Message == "names the file 'a', which does not exist.");
    }

    [Fact]
    public void Read_AlertWithOptionsOfItsOwn_SeesThemOnTop()
    {
        var entries = Some.ValidRule("{alert: [debug, {debug: {owner: me}}, {debug: }], owner: us, tags: [$owner$]}").Alerters;

        entries.Select(static entry => entry.Channel).Should().Equal("0:debug", "1:debug", "2:debug");
        entries.Select(static entry => entry.Options.Text("owner")).Should().Equal("us", "me", "us");
        entries.Select(static entry => entry.Options.Texts("tags").Single()).Should().Equal("us", "us", "us");
    }

    [Theory]
    [InlineData("{a: $owner$, owner: us}", "us")]
    [InlineData("{a: $b$, b: $c$, c: end}", "end")]
    [InlineData("{a: ' $owner$', owner: us}", " $owner$")]
    [InlineData("{a: $owner$$owner$, owner: us}", "$owner$$owner$")]
    [InlineData("{a: $missing$}", "$missing$")]
    [InlineData("{a: $a$}", "$a$")]
    [InlineData("{a: $b$, b: $a$}", "$a$")]
    public void Read_Reference_BecomesTheValueOfTheOption(string options, string expected) =>
        Some.ValidRule(options).Options.Text("a").Should().BeOneOf(expected, expected == "$a$" ? "$b$" : expected);

    [Fact]
    public void Read_TypeAndAlerterThatAreNotBuiltYet_LoadsAndSaysSo()
    {
        var result = Some.Rule("{spike_height: 3, spike_type: up, timeframe: {hours: 1}, alert: slack, slack_webhook_url: http://x}", type: "spike");

        result.Rule.Should().NotBeNull();
        result.IsUnsupported.Should().BeTrue();
        result.Problems.Select(static problem => (problem.Key, problem.Severity)).Should().Equal(
            ("type", RuleProblemSeverity.NotSupported), ("alert[0]", RuleProblemSeverity.NotSupported));
    }

    [Fact]
    public void Read_ClassPathThatTheHostRegistered_Loads() =>
        Some.ValidRule("match_enhancements: [company.Enhance]", type: "company.rules.Odd").Type.Should().Be("company.rules.Odd");

    [Theory]
    [InlineData("realrt: {minutes: 5}", "realrt", "Did you mean realert?")]
    [InlineData("realert.minutes: 5", "realert.minutes", "Write minutes as an option below realert, not with a dot.")]
    [InlineData("num_event: 5", "num_event", "Did you mean num_events?")]
    [InlineData("use_kibana4_dashboard: x", "use_kibana4_dashboard", "Remove it.")]
    [InlineData("team_contact: x", "team_contact", "Remove it, unless a template reads it.")]
    public void Read_UnknownOption_WarnsWithTheNearestName(string options, string key, string cure)
    {
        var result = Some.Rule(options);

        result.Rule.Should().NotBeNull();
        var problem = result.Problems.Should().ContainSingle().Subject;
        (problem.Severity, problem.Key, problem.Cure).Should().Be((RuleProblemSeverity.Warning, key, cure));
    }

    [Fact]
    public void Read_UnknownOptionThatATextNames_IsNotReported() =>
        Some.Rule("{team_contact: x, alert_text: '{0}', alert_text_args: [team_contact]}").Problems.Should().BeEmpty();

    [Fact]
    public void Read_OptionWhoseBehaviourIsMissing_SaysSo() =>
        Some.Rule("statsd_host: localhost").Problems.Should().ContainSingle(static problem =>
            problem.Key == "statsd_host" && problem.Message.StartsWith("is not in effect yet.", StringComparison.Ordinal));

    [Fact]
    [Trait("Vector", "T31")]
    public void Read_NoName_IsThePathWithoutItsEndAndWarns()
    {
        var result = new RuleReader(new GlobalOptions(), Some.Extensions, static _ => null)
            .Read(Some.Options("{type: any, index: i, alert: debug}"), new SourceLocation("/rules/r0.yaml", 0, 0));

        result.Rule!.Name.Should().Be("/rules/r0");
        result.Rule.Alerting.RealertKey.Should().Be("/rules/r0");
        result.Problems.Should().ContainSingle(static problem => problem.Key == "name");
    }

    [Theory]
    [InlineData("{}", "disable_rules_on_error: false", false)]
    [InlineData("disable_rules_on_error: true", "disable_rules_on_error: false", true)]
    [Trait("Quirk", "Q15")]
    public void Read_DisableRulesOnError_IsTheRulesOwnFirst(string options, string global, bool expected) =>
        Some.ValidRule(options, global).Alerting.DisableRulesOnError.Should().Be(expected);

    [Fact]
    public void Read_AnyValuesOfAnyOptions_GivesARuleOrProblems()
    {
        string[] names =
        [
            "name", "type", "index", "alert", .. OptionSchema.Reference.Options.Keys, .. OptionSchema.Reference.Global.Keys,
            .. OptionSchema.Reference.RuleTypes.Values.SelectMany(static type => type.Options.Keys),
        ];
        string[] values =
        [
            "1", "-1", "0.5", ".nan", "99999999999999999999", "yes", "~", "''", "text", "$name$", "$alert$", "2020-01-01", "[]", "{}", "[a, b]", "[[a], {b: 1}]",
            "{minutes: 5}", "{days: 1e300}", "{days: .inf}", "{schedule: '* * * * *'}", "{eql: a}", "[{query: 5}]", "[{eql: a}, {esql: b}]", "any", "frequency", "debug",
            "[debug, {command: }]", "'a:b:c'", "https://x/%", "percentiles", "custom", "'%Q'",
        ];

        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), numbers =>
        {
            var random = new Random(numbers.Aggregate(numbers.Length, static (sum, number) => unchecked((sum * 31) + number)));
            var lines = Enumerable.Range(0, random.Next(12)).Select(_ => $"{names[random.Next(names.Length)]}: {values[random.Next(values.Length)]}").Distinct();
            var result = Some.Rule(string.Join('\n', lines.Append("owner: us")), type: random.Next(2) == 0 ? "any" : "frequency");
            return result.Rule is not null || result.Problems.Count > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Read_AnySameOptions_HaveTheSameFingerprint()
    {
        var rule = Some.ValidRule("owner: us");

        Some.ValidRule("owner: us # a comment").Fingerprint.Should().Be(rule.Fingerprint);
        Some.ValidRule("owner: them").Fingerprint.Should().NotBe(rule.Fingerprint);
        Some.ValidRule("owner: us", global: "es_username: a\nes_password: b").Fingerprint.Should().NotBe(rule.Fingerprint);
    }
}
