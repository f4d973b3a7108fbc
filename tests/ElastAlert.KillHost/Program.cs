using System.Globalization;
using ElastAlert;
using ElastAlert.Cli;
using ElastAlert.Embedded;
using ElastAlert.KillHost;
using ElastAlert.TestSupport;

// The command line as it ships, with a clock that is moved by hand, data that arrives with it, and points at which it kills or stops itself.
Environment.SetEnvironmentVariable("HOST", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
var work = new WorkFolder(args[0]);
var clock = new SharedClock(work.Clock);
work.Drive();
var faults = new FaultPoints(clock, FaultPoint.Read("KILL_AT"), FaultPoint.Read("STOP_AT"));
ISearchTransport search = Environment.GetEnvironmentVariable("KILL_SERVER") is { } url
    ? new PlainSearchTransport(new Uri(url))
    : new EmbeddedSearchTransport(new EmbeddedSearch(clock));
var data = new ArrivingData(search, work.Data);
await data.ArriveAsync(clock.GetUtcNow());
var environment = CommandLineEnvironment.OfProcess() with
{
    Time = clock,
    ConfigureServices = services => Composition.Configure(services, work, clock, faults, search, data),
};
var exitCode = await new ElastAlertCommandLine(environment).RunAsync(["--config", work.Config, "--verbose"], CancellationToken.None);
work.WritePoints(faults);
return exitCode;
