namespace ElastAlert.Cli;

/// <summary>Names the exit codes of the command line.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Success = 0;

    /// <summary>Configuration, rules or a cluster prevented it, or a check found problems.</summary>
    public const int Failure = 1;

    /// <summary>The arguments make no sense.</summary>
    public const int BadArguments = 2;
}
