using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ElastAlert.Testing;

/// <summary>Checks what every alerter over HTTP has to do, against a server on a real socket.</summary>
/// <example>
/// <code>
/// public static TheoryData&lt;string> Cases() => [.. AlerterContract.Cases];
///
/// [Theory, MemberData(nameof(Cases))]
/// public Task SendAsync_Always_KeepsTheContract(string name) => new AlerterContract(setup => new PagerAlerter(...)).VerifyAsync(name);
/// </code>
/// </example>
/// <param name="create">Makes the alerter.</param>
#pragma warning disable CA1001 // Disposing of the logger factory does nothing.
public sealed class AlerterContract(Func<AlerterContractSetup, IAlerter> create)
#pragma warning restore CA1001
{
    private static readonly Dictionary<string, Func<AlerterContract, Task>> Checks = new()
    {
        ["a success is delivered"] = static contract => contract.SuccessAsync(),
        ["400 is final"] = static contract => contract.RefusalAsync(400, isTransient: false),
        ["401 is final"] = static contract => contract.RefusalAsync(401, isTransient: false),
        ["302 is final and not followed"] = static contract => contract.RefusalAsync(302, isTransient: false, ("Location", "/elsewhere")),
        ["429 may be tried again after the seconds it asks for"] = static contract =>
            contract.RefusalAsync(429, isTransient: true, ("Retry-After", "120"), TimeSpan.FromSeconds(120)),
        ["429 may be tried again at the moment it asks for"] = static contract =>
            contract.RefusalAsync(429, isTransient: true, ("Retry-After", contract.In(TimeSpan.FromMinutes(5))), TimeSpan.FromMinutes(5)),
        ["500 may be tried again"] = static contract => contract.RefusalAsync(500, isTransient: true),
        ["503 may be tried again after the seconds it asks for"] = static contract =>
            contract.RefusalAsync(503, isTransient: true, ("Retry-After", "7"), TimeSpan.FromSeconds(7)),
        ["a server that does not answer in time may be tried again"] = static contract => contract.TimeoutAsync(),
        ["a refused connection may be tried again"] = static contract => contract.NoConnectionAsync(),
        ["a certificate that is not trusted may be tried again"] = static contract => contract.UntrustedAsync(),
        ["cancellation ends the attempt and is no failure"] = static contract => contract.CancellationAsync(),
    };

    private readonly TestClock _clock = new();
    private readonly CollectingLoggerFactory _loggers = new();

    /// <summary>Gets the names of the checks.</summary>
    public static IReadOnlyList<string> Cases { get; } = [.. Checks.Keys];

    /// <summary>Gets what must not stand in any message or log line: keys, tokens, passwords.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Gets what the service answers when it takes a request.</summary>
    public Func<ReceivedHttpRequest, ScriptedHttpAnswer> Success { get; init; } = static _ => new ScriptedHttpAnswer();

    /// <summary>Gets the alert that is sent.</summary>
    public Alert Alert { get; init; } = Some.Alert();

    /// <summary>Runs one check.</summary>
    /// <param name="name">One of <see cref="Cases"/>.</param>
    /// <exception cref="AlerterContractException">The alerter does not keep the contract.</exception>
    public async Task VerifyAsync(string name)
    {
        await Checks[name](this).ConfigureAwait(false);
        foreach (var line in _loggers.Lines)
            CheckSecrets(line, "a log line");
    }

    private async Task SuccessAsync()
    {
        var server = new ScriptedHttpServer(Success);
        await using var disposing = server.ConfigureAwait(false);

        await Create(server.Url).SendAsync(Alert, CancellationToken.None).ConfigureAwait(false);

        Check(server.Requests.Count > 0, "nothing was sent");
    }

    private async Task RefusalAsync(int statusCode, bool isTransient, (string Name, string Value)? header = null, TimeSpan? retryAfter = null)
    {
        var headers = new Dictionary<string, string>();
        if (header is { } given)
            headers[given.Name] = given.Value;
        // A service may repeat in its answer what it was sent.
        var server = new ScriptedHttpServer(request => new ScriptedHttpAnswer(statusCode, Echo(request)) { Headers = headers });
        await using var disposing = server.ConfigureAwait(false);

        var failure = await FailureAsync(Create(server.Url)).ConfigureAwait(false);

        Check(server.Requests.Count == 1, $"{statusCode}: one request was expected, {server.Requests.Count} came");
        CheckFailure(failure, isTransient, statusCode.ToString(CultureInfo.InvariantCulture));
        Check(
            retryAfter is null || failure.RetryAfter is { } wait && (wait - retryAfter.Value).Duration() < TimeSpan.FromSeconds(2),
            $"{statusCode}: RetryAfter should be {retryAfter}, was {failure.RetryAfter}");
    }

    private async Task TimeoutAsync()
    {
        var server = new ScriptedHttpServer(static _ => null);
        await using var disposing = server.ConfigureAwait(false);
        var sending = FailureAsync(Create(server.Url));
        await server.Received.ConfigureAwait(false);

        _clock.Advance(TimeSpan.FromHours(1));

        CheckFailure(await sending.ConfigureAwait(false), isTransient: true, "timeout");
    }

    private async Task NoConnectionAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        CheckFailure(await FailureAsync(Create(new Uri($"http://localhost:{port}/"))).ConfigureAwait(false), isTransient: true, "no connection");
    }

    private async Task UntrustedAsync()
    {
        using var certificate = TestCertificates.Create();
        var server = new ScriptedHttpServer(Success, certificate);
        await using var disposing = server.ConfigureAwait(false);

        CheckFailure(await FailureAsync(Create(server.Url)).ConfigureAwait(false), isTransient: true, "TLS");

        Check(server.Requests.Count == 0, "the alert was sent to a server that is not trusted");
    }

    private async Task CancellationAsync()
    {
        var server = new ScriptedHttpServer(static _ => null);
        await using var disposing = server.ConfigureAwait(false);
        using var stop = new CancellationTokenSource();
        var sending = Create(server.Url).SendAsync(Alert, stop.Token);
        await server.Received.ConfigureAwait(false);

        await stop.CancelAsync().ConfigureAwait(false);

        try
        {
            await sending.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception exception)
        {
            throw new AlerterContractException($"cancellation should throw OperationCanceledException, threw {exception.GetType().Name}", exception);
        }

        throw new AlerterContractException("cancellation did not end the attempt");
    }

    private IAlerter Create(Uri url) => create(new AlerterContractSetup(url, _clock, _loggers));

    private async Task<AlertDeliveryException> FailureAsync(IAlerter alerter)
    {
        try
        {
            await alerter.SendAsync(Alert, CancellationToken.None).ConfigureAwait(false);
        }
        catch (AlertDeliveryException exception)
        {
            return exception;
        }
        catch (Exception exception)
        {
            throw new AlerterContractException($"a failure should be an AlertDeliveryException, was {exception.GetType().Name}", exception);
        }

        throw new AlerterContractException("a failure was taken for a success");
    }

    private void CheckFailure(AlertDeliveryException failure, bool isTransient, string name)
    {
        Check(failure.IsTransient == isTransient, $"{name}: IsTransient should be {isTransient}: {failure.Message}");
        Check(failure.Message.Length > 0, $"{name}: the message is empty");
        CheckSecrets(failure.ToString(), "a failure");
    }

    private void CheckSecrets(string text, string where)
    {
        foreach (var secret in Secrets)
            Check(!text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"the secret '{secret}' stands in {where}: {text}");
    }

    private string In(TimeSpan time) => (_clock.GetUtcNow() + time).ToString("R", CultureInfo.InvariantCulture);

    private static string Echo(ReceivedHttpRequest request) =>
        $"bad request: {request.Target} {string.Join(' ', request.Headers.Values)} {request.Text()}";

    private static void Check(bool isKept, string message)
    {
        if (!isKept)
            throw new AlerterContractException(message);
    }
}
