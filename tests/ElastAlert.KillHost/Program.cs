using ElastAlert.Cli;
using ElastAlert.KillHost;

// The command line as it ships, with a clock that is moved by hand, data that arrives with it, and points at which it kills itself.
Environment.SetEnvironmentVariable("HOST", Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
var work = new WorkFolder(args[0]);
var faults = new FaultPoints(Environment.GetEnvironmentVariable("KILL_AT"));
var clock = work.OpenClock();
var environment = CommandLineEnvironment.OfProcess() with { Time = clock, ConfigureServices = services => Composition.Configure(services, work, clock, faults) };
var exitCode = await new ElastAlertCommandLine(environment).RunAsync(["--config", work.Config, "--verbose"], CancellationToken.None);
work.WritePoints(faults);
return exitCode;
