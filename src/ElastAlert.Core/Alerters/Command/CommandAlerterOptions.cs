using ElastAlert.Alerting.Text;

namespace ElastAlert.Alerters.Command;

/// <summary>Holds the options of the <c>command</c> alerter.</summary>
internal sealed class CommandAlerterOptions
{
    /// <summary>Gets or sets the program and its arguments, or a single line for the shell.</summary>
    public IReadOnlyList<string> Command { get; set; } = [];

    /// <summary>Gets or sets whether <see cref="Command"/> is a line for the shell.</summary>
    public bool IsShellLine { get; set; }

    /// <summary>Gets or sets whether placeholders in a line for the shell are filled, each value quoted.</summary>
    /// <value>The default is <see langword="false"/>: such a line is refused.</value>
    public bool CommandQuotePlaceholders { get; set; }

    /// <summary>Gets or sets whether the matches are written to the command's input as JSON.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool PipeMatchJson { get; set; }

    /// <summary>Gets or sets whether the body of the alert is written to the command's input.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool PipeAlertText { get; set; }

    /// <summary>Gets or sets whether an exit status other than zero means that the alert was not delivered.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool FailOnNonZeroExit { get; set; }

    /// <summary>Gets or sets how long a command that is waited for may run.</summary>
    /// <value>The default is 5 minutes.</value>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets whether the end of the command is waited for.</summary>
    public bool IsAwaited => PipeMatchJson || PipeAlertText || FailOnNonZeroExit;

    /// <summary>Reads the options and finds their problems.</summary>
    public static CommandAlerterOptions Read(AlerterOptionReader reader)
    {
        var options = new CommandAlerterOptions
        {
            CommandQuotePlaceholders = reader.Flag("command_quote_placeholders"),
            PipeMatchJson = reader.Flag("pipe_match_json"),
            PipeAlertText = reader.Flag("pipe_alert_text"),
            FailOnNonZeroExit = reader.Flag("fail_on_non_zero_exit"),
            Command = reader.Texts("command"),
            IsShellLine = reader.Value("command")?.Kind is not (null or OptionKind.List),
        };
        options.CommandTimeout = reader.Seconds("command_timeout", options.CommandTimeout);
        CheckCommand(reader, options);
        return options;
    }

    private static void CheckCommand(AlerterOptionReader reader, CommandAlerterOptions options)
    {
        if (reader.Problems.Any(static problem => problem.Key == "command"))
            return;
        if (options.Command.Count == 0 || options.Command[0].Length == 0)
            reader.Error("command", "must name a program.", "Write a list: the program, then its arguments.");
        else if (options.IsShellLine)
            CheckShellLine(reader, options);
    }

    private static void CheckShellLine(AlerterOptionReader reader, CommandAlerterOptions options)
    {
        var line = options.Command[0];
        var placeholders = new PlaceholderText(line).Placeholders.ToList();
        if (placeholders.Count == 0)
            return;
        var first = line[placeholders[0].Start..placeholders[0].End];
        if (!options.CommandQuotePlaceholders)
        {
            reader.Error(
                "command",
                $"is a line for the shell and has the placeholder {first}: whoever writes the data could run commands.",
                "Write the command as a list, or set command_quote_placeholders: true to have every value quoted.");
        }
        else if (OperatingSystem.IsWindows())
        {
            reader.Error("command", "has placeholders, and values cannot be quoted safely for cmd.exe.", "Write the command as a list.");
        }
        else if (placeholders.Exists(field => ShellQuoting.IsQuoted(line, field.Start)))
        {
            reader.Error("command", "has a placeholder within quotes.", "Leave the quotes out: every value is quoted already.");
        }
    }
}
