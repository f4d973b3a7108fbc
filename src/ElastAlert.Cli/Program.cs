using ElastAlert.Cli;

return await new ElastAlertCommandLine(CommandLineEnvironment.OfProcess()).RunAsync(args, CancellationToken.None).ConfigureAwait(false);
