using ElastAlert.Configuration;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Core.Tests.Configuration;

public sealed class GlobalReaderTests
{
    [Fact]
    public void Read_MinimalFile_HasTheDefaultsOfTheReference()
    {
        var options = Valid("");

        (options.RunEvery, options.BufferTime).Should().Be((TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15)));
        (options.AlertTimeLimit, options.OldQueryLimit).Should().Be((TimeSpan.FromDays(2), TimeSpan.FromDays(7)));
        (options.WritebackIndex, options.ScanSubdirectories, options.SkipInvalid, options.MaxThreads).Should().Be(("wb", true, false, 10));
        (options.DisableRulesOnError, options.ShowDisabledRules).Should().Be((true, true));
        options.RulesFolders.Should().Equal("rules");
        options.Connection!.Nodes.Should().Equal(new Uri("http://localhost:9200/"));
        options.Connection.Timeout.Should().Be(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Read_MissingOptions_AreNamedTogether()
    {
        var problem = Problems("run_every: {minutes: 1}\nrules_folder: r").Should().ContainSingle().Subject;

        problem.ToString().Should().Be("config.yaml: The configuration must contain es_host, es_port, writeback_index, buffer_time. Add what is missing at the top level of the file.");
    }

    [Theory]
    [InlineData("run_every: 10m", "run_every", "must be a duration such as {minutes: 5}, was the text '10m'.")]
    [InlineData("run_every: ", "run_every", "must be a duration such as {minutes: 5}, was nothing.")]
    [InlineData("run_every: {minutes: 0}", "run_every", "must be greater than zero, was 00:00:00.")]
    [InlineData("buffer_time: {schedule: x}", "buffer_time.schedule", "must be one of the members weeks, days, hours, minutes, seconds, milliseconds.")]
    [InlineData("es_port: http", "es_port", "must be a port, was the text 'http'.")]
    [InlineData("es_port: 99999", "es_port", "must be a port, was 99999.")]
    [InlineData("es_host: ''", "es_host", "names no host.")]
    [InlineData("es_hosts: ['a b']", "es_hosts", "names a host that is none.")]
    [InlineData("rules_loader: company.Loader", "rules_loader", "names a loader of the Python version.")]
    [InlineData("es_username: u", "es_username", "stands without es_password.")]
    [InlineData("max_threads: 0", "max_threads", "must be a whole number of at least 1, was 0.")]
    public void Read_WrongOption_SaysWhatAndWhere(string more, string key, string message)
    {
        var problem = Problems(ConfigurationFolder.Minimal + "\n" + more).Where(static problem => problem.Severity == RuleProblemSeverity.Error).Should().ContainSingle().Subject;

        (problem.Key, problem.Message).Should().Be((key, message));
        problem.Location.Line.Should().BePositive();
        problem.Cure.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public void Read_UnknownOption_WarnsWithTheNearestName() =>
        Problems(ConfigurationFolder.Minimal + "\nrun_evry: 5\nwriteback_alias: x").Select(static problem => problem.ToString()).Should().Equal(
            "config.yaml:7:1: run_evry: is not an option that anything reads. Did you mean run_every?",
            "config.yaml:8:1: writeback_alias: is an option of other versions: ElastAlert 2 has no aliases; nothing reads it. Remove it.");

    [Fact]
    public void Read_NoRecipients_IsAccepted() => Valid("notify_email: false").NotifyEmail.Should().BeEmpty();

    [Theory]
    [InlineData("es_hosts: [a, 'b:1', 'https://u:p@c/x', 'http://d']", new[] { "http://a:9200/", "http://b:1/", "https://c/x/", "http://d:9200/" })]
    [InlineData("{es_host: h, use_ssl: true, es_url_prefix: /es/}", new[] { "https://h:9200/es/" })]
    [InlineData("es_host: '::1'", new[] { "http://[::1]:9200/" })]
    [InlineData("es_hosts: []", new[] { "http://localhost:9200/" })]
    public void Read_Nodes_AreUrls(string more, string[] nodes) =>
        Valid(more).Connection!.Nodes.Select(static node => node.AbsoluteUri).Should().Equal(nodes);

    [Fact]
    public void Read_UserInANodeUrl_SignsIn()
    {
        var connection = Valid("es_hosts: ['https://u:p%40@c/x']").Connection!;

        (connection.Username, connection.Password).Should().Be(("u", "p@"));
        connection.ToString().Should().NotContain("p@");
    }

    [Theory]
    [InlineData("{es_api_key: k, es_bearer: b, es_username: u, es_password: p, aws_region: r}", "key k")]
    [InlineData("{es_bearer: b, es_username: u, es_password: p}", "bearer b")]
    [InlineData("{es_username: u, es_password: p, aws_region: r}", "basic u p")]
    [InlineData("{es_username: '', es_password: '', aws_region: r, profile: x}", "aws r x")]
    [InlineData("{}", "none")]
    public void Read_Credentials_TakeOneWayToSignIn(string more, string expected) => SignIn(Valid(more).Connection!).Should().Be(expected);

    [Fact]
    public void Read_RegionInTheEnvironment_Signs() =>
        SignIn(Valid("", ("AWS_DEFAULT_REGION", "eu-1")).Connection!).Should().Be("aws eu-1 ");

    [Fact]
    [Trait("Quirk", "Q14")]
    public void Read_CredentialsOfARule_ReplaceTheInheritedSet() =>
        SignIn(Some.ValidRule("{es_username: u, es_password: p}", global: "es_api_key: k").Connection).Should().Be("basic u p");

    [Fact]
    public void Read_PasswordOfARule_CompletesTheInheritedUser() =>
        SignIn(Some.ValidRule("{es_password: p}", global: "es_username: g\nes_password: q").Connection).Should().Be("basic g p");

    [Fact]
    public void Read_HostOfARule_ReplacesInheritedNodes() =>
        Some.ValidRule("es_host: other", global: "es_hosts: [a, b]").Connection.Nodes.Should().Equal(new Uri("http://other:9200/"));

    [Theory]
    [InlineData("{}", "key k", 20)]
    [InlineData("es_conn_timeout: 5", "key k", 5)]
    [InlineData("{es_username: u, es_password: p}", "basic u p", 20)]
    [InlineData("es_bearer: b", "bearer b", 20)]
    public void Read_RuleUnderAConnectionSetInCode_KeepsItsNodes(string options, string signIn, int timeout)
    {
        var global = new GlobalOptions { Connection = new ConnectionOptions { Nodes = [new Uri("https://code:1/")], ApiKey = "k" } };
        var own = Some.Options("name: r\ntype: any\nindex: i\nalert: debug").Overlay(Some.Options(options));

        var connection = new RuleReader(global, Some.Extensions, static _ => null).Read(own, new SourceLocation("rule in code", 0, 0), isFile: false).Rule!.Connection;

        connection.Nodes.Should().Equal(new Uri("https://code:1/"));
        (SignIn(connection), connection.Timeout).Should().Be((signIn, TimeSpan.FromSeconds(timeout)));
    }

    [Fact]
    public void Read_RuleWithoutAClusterOfItsOwn_SharesTheGlobalConnection() =>
        Some.ValidRule("{}", global: "es_hosts: [a, b]").Connection.Nodes.Should().HaveCount(2);

    [Fact]
    [Trait("Vector", "T68")]
    [Trait("Quirk", "Q11")]
    public void Read_Environment_OverridesTheGlobalConnectionOnly()
    {
        (string, string)[] variables = [("ES_HOST", "envh"), ("ES_PORT", "9999"), ("ES_HOSTS", "a, b:1"), ("ES_USE_SSL", "Yes"), ("ES_USERNAME", "u"), ("ES_PASSWORD", "p")];

        var global = Valid("", variables).Connection!;
        var rule = Some.ValidRule("{es_host: rulehost, use_ssl: false}", environment: name => variables.FirstOrDefault(variable => variable.Item1 == name).Item2).Connection;

        global.Nodes.Should().Equal(new Uri("https://a:9999/"), new Uri("https://b:1/"));
        (global.Host, SignIn(global)).Should().Be(("envh", "basic u p"));
        rule.Nodes.Should().Equal(new Uri("http://rulehost:9999/"));
        SignIn(rule).Should().Be("basic u p");
    }

    [Theory]
    [Trait("Vector", "T68")]
    [InlineData("0", "http")]
    [InlineData("", "http")]
    [InlineData("OK", "https")]
    public void Read_SslInTheEnvironment_BeatsTheFile(string value, string scheme) =>
        Valid("use_ssl: true", ("ES_USE_SSL", value)).Connection!.Nodes[0].Scheme.Should().Be(scheme);

    [Fact]
    [Trait("Quirk", "Q12")]
    public void Read_PortInTheEnvironmentThatIsNone_NamesTheVariable() =>
        Problems(ConfigurationFolder.Minimal, ("ES_PORT", "x")).Single(static problem => problem.Key == "es_port").ToString()
            .Should().Be("environment variable ES_PORT: es_port: must be a port, was the text 'x'. Write a number from 1 to 65535.");

    [Fact]
    public void Read_Logging_TakesWhatAPortCanHonour()
    {
        var logging = Valid("""
            logging:
              version: 1
              formatters: {line: {format: '%(message)s'}}
              handlers:
                console: {class: logging.StreamHandler}
                file: {class: logging.FileHandler, filename: /tmp/x.log}
              loggers:
                elastalert: {level: INFO}
                '': {level: warning}
            """).Logging!;

        logging.Levels.Should().Equal(new Dictionary<string, LogLevel> { ["elastalert"] = LogLevel.Information, [""] = LogLevel.Warning });
        (logging.WritesToConsole, logging.Format).Should().Be((true, "%(message)s"));
        logging.Files.Should().Equal("/tmp/x.log");
    }

    [Fact]
    public void Read_MissingFile_IsRefused()
    {
        var result = ConfigurationFile.Read("/nowhere/config.yaml", static _ => null);

        result.Options.Should().BeNull();
        result.Problems.Should().ContainSingle().Which.ToString().Should().Be("/nowhere/config.yaml: The file '/nowhere/config.yaml' does not exist. Correct the path.");
    }

    private static string SignIn(ConnectionOptions connection) => connection switch
    {
        { ApiKey: { } key, BearerToken: null, Username: null, AwsRegion: null } => $"key {key}",
        { BearerToken: { } token, Username: null, AwsRegion: null } => $"bearer {token}",
        { Username: { } user, AwsRegion: null } => $"basic {user} {connection.Password}",
        { AwsRegion: { } region } => $"aws {region} {connection.AwsProfile}",
        _ => "none",
    };

    private static GlobalOptions Valid(string more, params (string Name, string Value)[] environment)
    {
        var problems = new ProblemList();
        var options = Read(Some.Options(ConfigurationFolder.Minimal).Overlay(Some.Options(more.Length == 0 ? "{}" : more)), problems, environment);
        options.Should().NotBeNull(string.Join('\n', problems.All));
        return options!;
    }

    private static IReadOnlyList<RuleProblem> Problems(string yaml, params (string Name, string Value)[] environment)
    {
        var problems = new ProblemList();
        Read(Some.Options(yaml), problems, environment);
        return problems.All;
    }

    private static GlobalOptions? Read(OptionMap written, ProblemList problems, (string Name, string Value)[] environment) =>
        GlobalReader.Read(written, new SourceLocation("config.yaml", 0, 0), name => environment.FirstOrDefault(variable => variable.Name == name).Value, problems);
}
