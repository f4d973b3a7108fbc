using ElastAlert.Search;
using ElastAlert.Search.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ElastAlert.Core.Tests.Search.Http;

public sealed class SearchTransportFactoryTests
{
    [Fact]
    public async Task Get_ConnectionsOfAnyTime_HaveClientsOfTheirOwn()
    {
        await using var server = new LocalServer(_ => LocalServer.Answer(200, "{}"));
        await using var services = Services();
        var factory = services.GetRequiredService<SearchTransportFactory>();
        var options = new ConnectionOptions { Nodes = [server.Node], ApiKey = "k" };

        using var answer = await factory.Get(options).AskAsync(new SearchRequest("GET", "/"), TestContext.Current.CancellationToken);

        server.Asked[0].Should().Contain("Authorization: ApiKey k");
        factory.Get(options with { Nodes = [server.Node] }).Should().BeSameAs(factory.Get(options));
        factory.Get(options with { ApiKey = "other" }).Should().NotBeSameAs(factory.Get(options));
    }

    [Fact]
    public async Task Get_TlsConnection_UsesItsCertificates()
    {
        using var certificate = TestCertificates.Valid();
        await using var server = new LocalServer(_ => LocalServer.Answer(200, "{}"), certificate);
        await using var services = Services();
        var options = new ConnectionOptions { Nodes = [server.Node], VerifyCertificates = false };

        using var answer = await services.GetRequiredService<SearchTransportFactory>().Get(options)
            .AskAsync(new SearchRequest("GET", "/"), TestContext.Current.CancellationToken);

        server.Asked.Should().HaveCount(1);
    }

    [Theory]
    [InlineData("https://es", false, true, 1)]
    [InlineData("https://es", false, false, 0)]
    [InlineData("https://es", true, true, 0)]
    [InlineData("http://es", false, true, 0)]
    public async Task Get_CertificatesAreNotVerified_WarnsOnce(string node, bool verify, bool warn, int expected)
    {
        var lines = new LogLines();
        await using var services = Services(lines);
        var options = new ConnectionOptions { Nodes = [new Uri(node)], VerifyCertificates = verify, ShowTlsWarning = warn };
        var factory = services.GetRequiredService<SearchTransportFactory>();

        factory.Get(options);
        factory.Get(options);

        lines.Count(line => line.StartsWith("Certificates of https://es/ are not verified", StringComparison.Ordinal)).Should().Be(expected);
    }

    private static ServiceProvider Services(LogLines? lines = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(lines ?? []));
        services.AddHttpClient();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SearchHttpClients>();
        services.AddSingleton<IConfigureOptions<HttpClientFactoryOptions>>(provider => provider.GetRequiredService<SearchHttpClients>());
        services.AddSingleton<SearchTransportFactory>();
        return services.BuildServiceProvider();
    }
}
