using ElastAlert.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Alerters.Tests.Docs;

internal static class StatusPageHost
{
    public static void Configure(IServiceCollection services) => services
        .AddElastAlert(elastAlert => elastAlert
            .AddAlerter<StatusPageAlerter, StatusPageOptions>("status_page")
            .AddRule("website down", rule => rule
                .Index("logs-*").Filter(Query.Text("status:>=500")).Any()
                .Alert("status_page", new StatusPageOptions { StatusPageUrl = new Uri("https://status.example.org/incidents"), StatusPageToken = "XXX" })));
}
