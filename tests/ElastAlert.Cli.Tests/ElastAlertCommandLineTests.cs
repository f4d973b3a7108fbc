namespace ElastAlert.Cli.Tests;

public sealed class ElastAlertCommandLineTests : IDisposable
{
    private const string Rule =
        """
        name: r
        type: frequency
        index: logs-*
        num_events: 2
        timeframe: {minutes: 10}
        alert: debug
        """;

    private readonly CommandLineFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("hours=2", 7200)]
    [InlineData("days=1", 86400)]
    [InlineData("weeks=1", 604800)]
    [InlineData("hours=-1", -3600)]
    [InlineData("seconds= 5", 5)]
    public void T74_Period_Valid_IsItsDuration(string text, int seconds)
    {
        Period.TryParseDuration(text, out var duration).Should().BeTrue();

        duration.Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("minutes=1.5")]
    [InlineData("hour=2")]
    [InlineData("hours=2=3")]
    [InlineData("4h")]
    public void T74_Period_Invalid_IsRefused(string text) => Period.TryParseDuration(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("--silence", "4h", "--rule", "r.yaml")]
    [InlineData("--silence", "hours=4")]
    [InlineData("--silence", "hours=4", "--rule", "r.yaml", "--debug")]
    public async Task T48_Silence_UnusableArguments_IsExitCode1(params string[] arguments)
    {
        var run = await _fixture.RunAsync(arguments);

        run.ExitCode.Should().Be(1);
        run.Error.Should().StartWith("elastalert: ");
    }

    [Fact]
    public async Task Run_UnknownFlag_IsExitCode2AndNamesIt()
    {
        var run = await _fixture.RunAsync("--colour");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("--colour");
    }

    [Fact]
    public async Task Run_FlagCutShort_IsTaken()
    {
        var run = await _fixture.RunAsync("--verb", "--conf", Path.Combine(_fixture.Folder, "missing.yaml"));

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("missing.yaml");
    }

    [Fact]
    public async Task Run_NoConfiguration_SaysWhichFileAndWhatToDo()
    {
        var path = Path.Combine(_fixture.Folder, "config.yaml");

        var run = await _fixture.RunAsync("--config", path);

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain(path);
    }

    [Fact]
    public async Task Run_RulesWithErrors_NamesAllOfThemAndExits1()
    {
        _fixture.Write("rules/a.yaml", "name: a\ntype: frequncy\nindex: i\nalert: debug\n");
        _fixture.Write("rules/b.yaml", "name: b\ntype: any\nindex: i\nalert: debug\nrealert: {minuets: 1}\n");

        var run = await _fixture.RunAsync("--config", _fixture.WriteConfig(), "--end", "2024-01-01T12:00:00Z");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("a.yaml:2").And.Contain("frequency").And.Contain("b.yaml:5").And.Contain("minuets");
    }

    [Fact]
    public async Task Validate_FolderWithAGoodAndABadRule_ReportsPlaceAndCureAndExits1()
    {
        _fixture.Write("rules/good.yaml", Rule);
        _fixture.Write("rules/bad.yaml", Rule.Replace("num_events: 2", "num_event: 2", StringComparison.Ordinal).Replace("name: r", "name: bad", StringComparison.Ordinal));

        var run = await _fixture.RunAsync("validate", Path.Combine(_fixture.Folder, "rules"));

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("bad.yaml").And.Contain("num_events").And.Contain("1 rules load, 1 files are refused");
    }

    [Fact]
    public async Task Validate_Json_IsOneObjectALine()
    {
        _fixture.Write("rules/bad.yaml", "name: bad\n");

        var run = await _fixture.RunAsync("validate", Path.Combine(_fixture.Folder, "rules"), "--json");

        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => System.Text.Json.JsonElement.Parse(line).GetProperty("severity").GetString()).Should().Contain("error");
    }

    [Fact]
    public async Task T62_TestRule_OnData_CapturesTheSilenceAndTheStatus()
    {
        var rule = _fixture.Write("r.yaml", Rule);
        var data = _fixture.Write("data.json", """[{"@timestamp":"2024-01-01T11:50:00Z","_id":"a"},{"@timestamp":"2024-01-01T11:55:00Z","_id":"b"}]""");

        var run = await _fixture.RunAsync("test-rule", rule, "--config", _fixture.WriteConfig(), "--data", data);

        // Q75: the span includes its first document, so it begins just before it, and its documents are counted.
        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().Contain("silence - ").And.Contain("\"until\":\"2024-01-01T12:01:00Z\"");
        run.Output.Should().Contain("elastalert_status - ").And.Contain("\"starttime\":\"2024-01-01T11:49:59.999Z\"").And.Contain("\"endtime\":\"2024-01-01T11:55:01Z\"");
        run.Output.Should().Contain("\"matches\":1").And.Contain("\"hits\":2").And.Contain("Alert for r at 2024-01-01T11:55:00Z");
    }

    [Fact]
    public async Task TestRule_DataWithoutTimestamp_IsExitCode4WithStopError()
    {
        var rule = _fixture.Write("r.yaml", Rule);
        var data = _fixture.Write("data.json", """[{"a":1}]""");

        var run = await _fixture.RunAsync("test-rule", rule, "--config", _fixture.WriteConfig(), "--data", data, "--stop-error");

        run.ExitCode.Should().Be(4);
        run.Error.Should().Contain("All documents must have a timestamp and _id");
    }

    [Fact]
    public async Task TestRule_NoCluster_IsExitCode3WithStopErrorAndSaysWhere()
    {
        var rule = _fixture.Write("r.yaml", Rule);

        var run = await _fixture.RunAsync("test-rule", rule, "--config", _fixture.WriteConfig(), "--stop-error");

        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("127.0.0.1:1");
    }

    [Fact]
    public async Task TestRule_SchemaOnly_LoadsAndStops()
    {
        var run = await _fixture.RunAsync("test-rule", _fixture.Write("r.yaml", Rule), "--config", _fixture.WriteConfig(), "--schema-only");

        run.ExitCode.Should().Be(0);
        run.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task TestRule_MisspeltGlobalOption_IsReportedWithItsPlace()
    {
        var config = _fixture.WriteConfig();
        File.AppendAllText(config, "\nbufer_time: {minutes: 1}\n");

        var run = await _fixture.RunAsync("test-rule", _fixture.Write("r.yaml", Rule), "--config", config, "--schema-only");

        run.ExitCode.Should().Be(0);
        run.Error.Should().Contain($"{config}:7:1").And.Contain("bufer_time").And.Contain("buffer_time");
    }
}
