using Spectre.Console;

namespace ElastAlert.Cli;

/// <summary>Writes problems for a person who works through them: file by file, errors first, each with its place and its cure.</summary>
internal sealed class ProblemReport(CommandLineEnvironment environment)
{
    public async Task WriteAsync(IReadOnlyList<Rule> rules, IReadOnlyList<RuleProblem> problems)
    {
        var console = Console();
        foreach (var file in problems.GroupBy(static problem => problem.Location.File).OrderBy(static file => file.Key, StringComparer.Ordinal))
        {
            console.MarkupLineInterpolated($"[bold]{file.Key}[/]");
            foreach (var problem in file.OrderByDescending(static problem => problem.Severity).ThenBy(static problem => problem.Location.Line))
                WriteProblem(console, problem);
            console.WriteLine();
        }

        var errors = problems.Count(static problem => problem.Severity == RuleProblemSeverity.Error);
        var refused = problems.Where(static problem => problem.Severity == RuleProblemSeverity.Error).Select(static problem => problem.Location.File).Distinct().Count();
        var unsupported = problems.Count(static problem => problem.Severity == RuleProblemSeverity.NotSupported);
        var warnings = problems.Count - errors - unsupported;
        await environment.Output.WriteLineAsync(
            $"{rules.Count} rules load, {refused} files are refused: {errors} errors, {warnings} warnings, {unsupported} not supported yet.").ConfigureAwait(false);
    }

    private static void WriteProblem(IAnsiConsole console, RuleProblem problem)
    {
        var (colour, word) = problem.Severity switch
        {
            RuleProblemSeverity.Error => ("red", "error"),
            RuleProblemSeverity.NotSupported => ("yellow", "not supported"),
            _ => ("grey", "warning"),
        };
        var place = problem.Location.Line == 0 ? "" : $"{problem.Location.Line}:{problem.Location.Column} ";
        var key = problem.Key is null ? "" : $"{problem.Key}: ";
        console.MarkupLineInterpolated($"  {place}[{colour}]{word}[/] [bold]{key}[/]{problem.Message}");
        if (problem.Cure is not null)
            console.MarkupLineInterpolated($"      [green]{problem.Cure}[/]");
    }

    private IAnsiConsole Console()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(environment.Output),
            Ansi = environment.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = environment.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        // A pipe has no width: a line is one line, so that it can be searched.
        if (!environment.IsTerminal)
            console.Profile.Width = int.MaxValue / 4;
        return console;
    }
}
