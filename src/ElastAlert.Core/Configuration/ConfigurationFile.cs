namespace ElastAlert.Configuration;

/// <summary>Reads the global configuration from its file.</summary>
internal static class ConfigurationFile
{
    /// <summary>Reads a configuration and checks it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="environment">The environment: what <c>$NAME</c> stands for, and what overrides the file.</param>
    public static GlobalOptionsResult Read(string path, Func<string, string?> environment)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(environment);
        var problems = new ProblemList();
        var written = OptionFile.Read(path, environment, problems);
        var options = written is null ? null : GlobalReader.Read(written, new SourceLocation(path, 0, 0), environment, problems);
        return new GlobalOptionsResult(options, problems.All);
    }
}
