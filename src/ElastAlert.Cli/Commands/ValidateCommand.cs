using System.CommandLine;
using System.Text.Json;
using ElastAlert.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Cli.Commands;

/// <summary>Checks rule files and reports every problem of every file with its place and its cure.</summary>
internal sealed class ValidateCommand
{
    private readonly CommandLineEnvironment _environment;
    private readonly Argument<string[]> _paths = new("path") { Description = "Folders and files.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _config = new("--config") { Description = "The configuration whose defaults the rules get.", HelpName = "FILE" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a line for each problem." };

    private ValidateCommand(CommandLineEnvironment environment) => _environment = environment;

    public static Command Create(CommandLineEnvironment environment)
    {
        var validate = new ValidateCommand(environment);
        var command = new Command("validate", "Check rule files: every problem of every file, with its place and its cure.") { validate._paths, validate._config, validate._json };
        command.SetAction(validate.InvokeAsync);
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var rules = new List<Rule>();
        var problems = new List<RuleProblem>();
        foreach (var path in parsed.GetRequiredValue(_paths))
        {
            var set = await LoadAsync(path, parsed.GetValue(_config), cancellationToken).ConfigureAwait(false);
            rules.AddRange([.. set.Rules, .. set.Unsupported]);
            problems.AddRange(set.Problems);
        }

        if (parsed.GetValue(_json))
            await WriteJsonAsync(problems).ConfigureAwait(false);
        else
            await new ProblemReport(_environment).WriteAsync(rules, problems).ConfigureAwait(false);
        return problems.Any(problem => problem.Severity == RuleProblemSeverity.Error) ? ExitCode.Failure : ExitCode.Success;
    }

    private async Task<RuleSet> LoadAsync(string path, string? config, CancellationToken cancellationToken)
    {
        if (!Path.Exists(path))
            return new RuleSet([], [new RuleProblem(RuleProblemSeverity.Error, new SourceLocation(path, 0, 0), "does not exist.") { Cure = "Name a folder or a rule file." }]);
        using var host = EngineServices.Build(_environment, LogLevel.None, elastAlert =>
        {
            if (config is not null)
                elastAlert.AddConfigurationFile(config);
            elastAlert.Configure(options =>
            {
                options.RulesFolders = Directory.Exists(path) ? [path] : [];
                options.Rule = Directory.Exists(path) ? null : path;
            });
        });
        return await host.Services.GetRequiredService<IRuleSource>().LoadAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteJsonAsync(IEnumerable<RuleProblem> problems)
    {
        foreach (var problem in problems)
        {
            var line = Values.JsonValue.Write(problem, static (writer, item) => WriteProblem(writer, item));
            await _environment.Output.WriteLineAsync(line.GetRawText()).ConfigureAwait(false);
        }
    }

    private static void WriteProblem(Utf8JsonWriter writer, RuleProblem problem)
    {
        writer.WriteStartObject();
        writer.WriteString("severity", problem.Severity switch
        {
            RuleProblemSeverity.Error => "error",
            RuleProblemSeverity.NotSupported => "not_supported",
            _ => "warning",
        });
        writer.WriteString("file", problem.Location.File);
        writer.WriteNumber("line", problem.Location.Line);
        writer.WriteNumber("column", problem.Location.Column);
        writer.WriteString("rule", problem.Rule);
        writer.WriteString("key", problem.Key);
        writer.WriteString("message", problem.Message);
        writer.WriteString("cure", problem.Cure);
        writer.WriteEndObject();
    }
}
