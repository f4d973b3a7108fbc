using ElastAlert;
using ElastAlert.Embedded;
using ElastAlert.Hosting;
using ElastAlert.Samples.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// A real host would ask a real cluster: .ConnectTo(new Uri("https://search:9200"), connection => connection.ApiKey(key)).
using var search = new EmbeddedSearch();
using var shop = new Shop(search, TimeProvider.System);

var builder = Host.CreateApplicationBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton<PageCounter>();
builder.Services.AddElastAlert(elastAlert => elastAlert
    .Configure(options => (options.RunEvery, options.BufferTime) = (TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5)))
    .UseEmbeddedSearch(search)
    .AddRuleType(new RuleTypeRegistration
    {
        Name = "slow_request",
        KnownOptions = ["slower_than"],
        Create = context => new SlowRequestRuleType(context.Rule),
    })
    .AddAlerter<PagerAlerter, PagerOptions>("pager")
    .AddRule("too many errors", rule => rule
        .Index("shop-*").Filter(Query.Text("level:error"))
        .Frequency(numEvents: 5, timeframe: TimeSpan.FromMinutes(1)).QueryKey("host")
        .Alert("pager", new PagerOptions { Team = "web", Urgency = 5 }))
    .AddRule("slow requests", rule => rule
        .Index("shop-*").Type("slow_request").Set("slower_than", 900)
        .Realert(TimeSpan.FromSeconds(10))
        .Alert("pager", new PagerOptions { Team = "database" })));

using var host = builder.Build();
await host.StartAsync();
if (args.Contains("--once"))
    await host.Services.GetRequiredService<PageCounter>().First.WaitAsync(TimeSpan.FromMinutes(2));
else
    await host.WaitForShutdownAsync();
await host.StopAsync();
