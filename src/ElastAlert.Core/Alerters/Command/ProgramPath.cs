namespace ElastAlert.Alerters.Command;

/// <summary>Finds a program as a shell does: in the folders of <c>PATH</c>, and nowhere else.</summary>
/// <remarks>The platform would look beside the running program and in the working directory first.</remarks>
internal static class ProgramPath
{
    /// <summary>Returns the path of a program.</summary>
    /// <exception cref="AlertDeliveryException">There is no such program.</exception>
    public static string Find(string program)
    {
        if (OperatingSystem.IsWindows() || program.Contains('/', StringComparison.Ordinal))
            return program;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "/usr/local/bin:/usr/bin:/bin").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(IsExecutable)
            ?? throw new AlertDeliveryException($"The command {program} could not be started: there is no such program in PATH.");
    }

    private static bool IsExecutable(string path) =>
        !OperatingSystem.IsWindows() && File.Exists(path)
        && (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;
}
