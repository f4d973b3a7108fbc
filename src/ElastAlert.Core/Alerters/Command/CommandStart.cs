namespace ElastAlert.Alerters.Command;

/// <summary>Says which process is to be started and what is done with it.</summary>
/// <param name="Arguments">The program and its arguments, or the one line for the shell.</param>
/// <param name="IsShellLine">Whether it is a line for the shell.</param>
internal sealed record CommandStart(IReadOnlyList<string> Arguments, bool IsShellLine)
{
    /// <summary>Gets the id of the alert, which the process finds in <c>ELASTALERT_ALERT_ID</c>.</summary>
    public required string AlertId { get; init; }

    /// <summary>Gets what is written to the input of the process, or <see langword="null"/> for nothing.</summary>
    public byte[]? Input { get; init; }

    /// <summary>Gets how long its end is waited for, or <see langword="null"/> when it is not.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Gets the name of the program; arguments may hold what is not to be shown.</summary>
    public string Program => IsShellLine ? Arguments[0].Split(' ', 2)[0] : Arguments[0];
}
