using ElastAlert.Testing;

namespace ElastAlert.Cli.Tests;

/// <summary>Runs the command line in a folder of its own, with a clock that stands.</summary>
internal sealed class CommandLineFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("elastalert-cli.");

    public string Folder => _folder.FullName;

    public TestClock Clock { get; } = new(new DateTimeOffset(2024, 1, 1, 12, 0, 0, TimeSpan.Zero));

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Writes a configuration whose cluster is nowhere.</summary>
    public string WriteConfig() => Write(
        "config.yaml",
        $"""
        rules_folder: {Folder}/rules
        run_every: {"{minutes: 5}"}
        buffer_time: {"{minutes: 45}"}
        es_host: 127.0.0.1
        es_port: 1
        writeback_index: wb
        """);

    public async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var environment = new CommandLineEnvironment { Output = output, Error = error, Variables = Variables, Time = Clock };
        var exitCode = await new ElastAlertCommandLine(environment).RunAsync(arguments, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
