using ElastAlert;
using ElastAlert.Embedded;
using ElastAlert.Samples.QuickStart;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// The rules name this program as their command: a real program that is started for every alert and reads the matches from its input.
if (args is ["notify", var text])
    return Notification.Receive(text);

// The installation lies beside the program, in the format of ElastAlert: config.yaml, rules, and here a log instead of a cluster.
Directory.SetCurrentDirectory(AppContext.BaseDirectory);
Environment.SetEnvironmentVariable("NOTIFY", Environment.ProcessPath);

using var search = new EmbeddedSearch();
var lines = search.LoadFile("data/server.ndjson");

var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
builder.Services.AddElastAlert(elastAlert => elastAlert.AddConfigurationFile("config.yaml").UseEmbeddedSearch(search));
using var host = builder.Build();

// Two hours of the log, as if they were happening: every rule runs every minute, and what it finds is alerted at that minute.
var start = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
var end = start.AddHours(2);
var screen = new Screen(lines, start, end);
await foreach (var delivery in host.Services.GetRequiredService<IElastAlertEngine>().ReplayAsync(start, end, deliver: true, CancellationToken.None))
    screen.Add(delivery);
screen.Finish(Notification.ReadAll());
return 0;
