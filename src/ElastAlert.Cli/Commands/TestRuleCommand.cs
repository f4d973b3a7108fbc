using System.CommandLine;
using ElastAlert.Cli.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Cli.Commands;

/// <summary>Tries one rule: looks at its data, runs it once, and says what it would have done.</summary>
internal sealed class TestRuleCommand
{
    private readonly CommandLineEnvironment _environment;
    private readonly TestRuleOptions _options;

    private TestRuleCommand(CommandLineEnvironment environment) => (_environment, _options) = (environment, new TestRuleOptions(environment.Time));

    public static Command Create(CommandLineEnvironment environment)
    {
        var test = new TestRuleCommand(environment);
        var command = new Command("test-rule", "Try one rule: look at its data, run it once, and say what it would have done.") { test._options.Rule };
        foreach (var option in test._options.All)
            command.Add(option);
        command.SetAction(test.InvokeAsync);
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = RuleTestServices.Build(_environment, parsed, _options, data: null, alerters: null);
        var set = await host.Services.GetRequiredService<IRuleSource>().LoadAsync(cancellationToken).ConfigureAwait(false);
        if (set.Rules.Count == 0)
            throw new RuleLoadException(set.Problems.Count > 0 ? set.Problems : [NoRule(parsed.GetRequiredValue(_options.Rule))]);
        await new ProblemReport(_environment with { Output = _environment.Error }).WriteAsync(set.Rules, set.Problems).ConfigureAwait(false);
        if (parsed.GetValue(_options.SchemaOnly))
            return ExitCode.Success;
        return await new RuleTest(_environment, parsed, _options, host.Services, set.Rules[0]).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private static RuleProblem NoRule(string path) =>
        new(RuleProblemSeverity.Error, new SourceLocation(path, 0, 0), "there is no such rule file.") { Cure = "Name a rule file." };
}
