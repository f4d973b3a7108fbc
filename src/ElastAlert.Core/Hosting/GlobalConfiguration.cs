using ElastAlert.Configuration;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Hosting;

/// <summary>Reads what holds for a whole engine: what was set in code beats the configuration file, which beats the defaults.</summary>
internal static class GlobalConfiguration
{
    /// <exception cref="RuleLoadException">The configuration file cannot be used.</exception>
    public static GlobalOptions Read(EngineDefinition definition, ElastAlertOptions options, Func<string, string?> environment, ILogger logger)
    {
        var file = definition.ConfigurationFile is { } path ? FromFile(path, environment, logger) : new GlobalOptions();
        var settings = file.Options;
        if (options.RunEvery is { } runEvery)
            settings = settings.With("run_every", OptionsWriter.Duration(runEvery, RuleBuilder.Place));
        if (options.BufferTime is { } bufferTime)
            settings = settings.With("buffer_time", OptionsWriter.Duration(bufferTime, RuleBuilder.Place));
        return file with
        {
            RunEvery = options.RunEvery ?? file.RunEvery,
            BufferTime = options.BufferTime ?? file.BufferTime,
            MaxThreads = options.MaxThreads ?? file.MaxThreads,
            WritebackIndex = options.WritebackIndex ?? file.WritebackIndex,
            AlertTimeLimit = options.AlertTimeLimit ?? file.AlertTimeLimit,
            SkipInvalid = options.SkipInvalid ?? file.SkipInvalid,
            RulesFolders = options.RulesFolders ?? file.RulesFolders,
            Connection = definition.Connection ?? file.Connection,
            Options = settings,
        };
    }

    private static GlobalOptions FromFile(string path, Func<string, string?> environment, ILogger logger)
    {
        var result = ConfigurationFile.Read(path, environment);
        var options = result.Options
            ?? throw new RuleLoadException([.. result.Problems.Where(static problem => problem.Severity == RuleProblemSeverity.Error)]);
        foreach (var problem in result.Problems)
            HostingLog.ConfigurationProblem(logger, problem);
        return options;
    }
}
