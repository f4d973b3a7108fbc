using System.CommandLine;
using ElastAlert.Cli.Commands;

namespace ElastAlert.Cli;

/// <summary>Is the <c>elastalert</c> command line.</summary>
/// <param name="environment">What it sees of the outside.</param>
public sealed class ElastAlertCommandLine(CommandLineEnvironment environment)
{
    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The arguments, without the name of the program.</param>
    /// <param name="cancellationToken">Ends the command gracefully.</param>
    /// <returns>The exit code: 0 done, 1 prevented or problems found, 2 bad arguments.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var root = Root();
        var parsed = root.Parse(ArgumentPrefixes.Expand(arguments, root));
        if (parsed.Errors.Count > 0)
            return await RefuseAsync(parsed).ConfigureAwait(false);
        try
        {
            var invocation = new InvocationConfiguration { Output = environment.Output, Error = environment.Error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (RuleLoadException exception) when (exception.Problems.Count > 0)
        {
            foreach (var problem in exception.Problems)
                await environment.Error.WriteLineAsync($"ERROR:elastalert:{problem}").ConfigureAwait(false);
            return ExitCode.Failure;
        }
        catch (ElastAlertException exception)
        {
            await environment.Error.WriteLineAsync($"ERROR:elastalert:{exception.Message}").ConfigureAwait(false);
            return ExitCode.Failure;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Success;
        }
    }

    private RootCommand Root()
    {
        var options = new RunOptions(environment.Time);
        var root = new RootCommand("Runs ElastAlert rules: alerts on what Elasticsearch and OpenSearch hold.");
        foreach (var option in options.All)
            root.Add(option);
        root.SetAction(new RunCommand(environment, options).InvokeAsync);
        root.Add(ValidateCommand.Create(environment));
        root.Add(TestRuleCommand.Create(environment));
        root.Add(CreateIndexCommand.Create(environment));
        root.Add(ReplayCommand.Create(environment));
        root.Add(WhyCommand.Create(environment));
        root.Add(OutboxCommand.Create(environment));
        return root;
    }

    private async Task<int> RefuseAsync(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            await environment.Error.WriteLineAsync($"elastalert: {error.Message}").ConfigureAwait(false);
        await environment.Error.WriteLineAsync("See elastalert --help.").ConfigureAwait(false);

        // The reference answers an unusable --silence with 1, whatever is wrong with it.
        return parsed.Errors.Any(static error => error.SymbolResult is System.CommandLine.Parsing.OptionResult { Option.Name: "--silence" or "--start" or "--end" })
            ? ExitCode.Failure
            : ExitCode.BadArguments;
    }
}
