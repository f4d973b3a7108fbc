using ElastAlert.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Alerters.Tests.Docs;

public sealed class StatusPageAlerterTests
{
    public static TheoryData<string> Cases() => [.. AlerterContract.Cases];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task SendAsync_Always_KeepsTheContract(string name) =>
        new AlerterContract(Create) { Secrets = ["s3cret"] }.VerifyAsync(name);

    private static StatusPageAlerter Create(AlerterContractSetup setup)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("status-page")
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false })
            .RemoveAllLoggers();
        var clients = services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
        var options = new StatusPageOptions { StatusPageUrl = new Uri(setup.Url, "incidents?key=s3cret"), StatusPageToken = "s3cret" };
        return new StatusPageAlerter(options, clients, setup.Clock);
    }
}
