using ElastAlert.Alerters.Http;
using ElastAlert.Search.Http;
using ElastAlert.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Alerters.Tests.Http;

/// <summary>Makes alerters of this package whose requests go to a server of the test.</summary>
internal static class TestAlerters
{
    /// <summary>Makes an alerter as a host would, for the contract.</summary>
    public static IAlerter Create(AlerterContractSetup setup, string name, string options, Rule? rule = null)
    {
        var services = new ServiceCollection()
            .AddSingleton(setup.Clock)
            .AddSingleton(setup.Loggers)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddElastAlertAlerters();
        services.AddHttpClient(AlertHttpSender.ClientName).AddHttpMessageHandler(() => new RedirectingHandler(setup.Url));
        return Create(services.BuildServiceProvider(), name, options, rule, connection => Transport(setup, connection));
    }

    /// <summary>Makes an alerter that talks to a server.</summary>
    public static IAlerter Create(ScriptedHttpServer server, string name, string options, Rule? rule = null) =>
        Create(new AlerterContractSetup(server.Url, new TestClock(), new CollectingLoggerFactory()), name, options, rule);

    /// <summary>Makes an alerter with services.</summary>
    public static IAlerter Create(
        IServiceProvider services, string name, string options, Rule? rule = null, Func<ConnectionOptions, ISearchTransport>? transports = null)
    {
        var registration = Registration(name);
        var entry = Some.Entry(name, options);
        rule ??= Some.Rule();
        var errors = registration.Validate!(rule, entry).Where(static problem => problem.Severity == RuleProblemSeverity.Error);
        errors.Should().BeEmpty();
        var context = new AlerterContext(rule, entry, services);
        return registration.Create(transports is null ? context : context with { Transports = transports });
    }

    // Whatever cluster an alerter names, it is the server of the test.
    private static ISearchTransport Transport(AlerterContractSetup setup, ConnectionOptions connection) =>
        SearchTransportFactory.Create(connection with { Nodes = [setup.Url] }, ConnectionHandler.Create(connection, setup.Clock), setup.Clock);

    /// <summary>Finds the registration of an alerter.</summary>
    public static AlerterRegistration Registration(string name) => BuiltInAlerters.All.Single(alerter => alerter.Name == name);
}
