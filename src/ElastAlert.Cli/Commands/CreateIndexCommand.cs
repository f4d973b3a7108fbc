using System.CommandLine;
using ElastAlert.Hosting;
using ElastAlert.State.Writeback;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Cli.Commands;

/// <summary>Creates the writeback indices (engine.md 7.3).</summary>
internal sealed class CreateIndexCommand
{
    private readonly CommandLineEnvironment _environment;
    private readonly Option<string> _config = new("--config") { Description = "The configuration file; it supplies what is not given.", DefaultValueFactory = _ => "config.yaml", HelpName = "FILE" };
    private readonly Option<string?> _host = new("--host") { Description = "The host of the search cluster." };
    private readonly Option<int?> _port = new("--port") { Description = "Its port." };
    private readonly Option<string?> _username = new("--username") { Description = "The user." };
    private readonly Option<string?> _password = new("--password") { Description = "The password; better in ES_PASSWORD." };
    private readonly Option<string?> _bearer = new("--bearer") { Description = "A bearer token; better in ES_BEARER." };
    private readonly Option<string?> _apiKey = new("--api-key") { Description = "An API key; better in ES_API_KEY." };
    private readonly Option<string?> _urlPrefix = new("--url-prefix") { Description = "The path before every request." };
    private readonly Option<bool> _noAuth = new("--no-auth") { Description = "Do not sign in." };
    private readonly Option<bool> _ssl = new("--ssl") { Description = "Use TLS." };
    private readonly Option<bool> _noSsl = new("--no-ssl") { Description = "Do not use TLS." };
    private readonly Option<bool> _verifyCerts = new("--verify-certs") { Description = "Verify the certificate." };
    private readonly Option<bool> _noVerifyCerts = new("--no-verify-certs") { Description = "Do not verify the certificate." };
    private readonly Option<string?> _index = new("--index") { Description = "The name of the writeback index; elastalert_status when neither it nor the configuration says." };
    private readonly Option<string?> _oldIndex = new("--old-index") { Description = "Copy the documents of this writeback index." };
    private readonly Option<string?> _awsRegion = new("--aws-region") { Description = "Sign requests for this AWS region." };
    private readonly Option<string?> _profile = new("--profile") { Description = "The AWS profile." };
    private readonly Option<int> _timeout = new("--timeout") { Description = "Seconds that a request may take.", DefaultValueFactory = _ => 60 };
    private readonly Option<bool> _recreate = new("--recreate") { Description = "Delete existing indices first, with everything in them." };
    private readonly Option<string?> _sendGetBodyAs = new("--send_get_body_as") { Description = "Accepted and ignored: no request with a body is a GET.", Hidden = true };

    private CreateIndexCommand(CommandLineEnvironment environment) => _environment = environment;

    public static Command Create(CommandLineEnvironment environment)
    {
        var create = new CreateIndexCommand(environment);
        var command = new Command("create-index", "Create what is missing of the writeback indices.")
        {
            create._config, create._host, create._port, create._username, create._password, create._bearer, create._apiKey, create._urlPrefix, create._noAuth,
            create._ssl, create._noSsl, create._verifyCerts, create._noVerifyCerts, create._index, create._oldIndex, create._awsRegion, create._profile,
            create._timeout, create._recreate, create._sendGetBodyAs,
        };
        command.SetAction(create.InvokeAsync);
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = EngineServices.Build(_environment, LogLevel.Warning, elastAlert =>
        {
            if (File.Exists(parsed.GetValue(_config)))
                elastAlert.AddConfigurationFile(parsed.GetValue(_config)!);
            if (Node(parsed) is { } node)
                elastAlert.ConnectTo(node, connection => SignIn(connection, parsed));
        });
        var options = new WritebackIndexOptions
        {
            Index = parsed.GetValue(_index) ?? host.Services.GetRequiredService<GlobalOptions>().WritebackIndex ?? "elastalert_status",
            OldIndex = parsed.GetValue(_oldIndex),
            Recreate = parsed.GetValue(_recreate),
            Version = _environment.Variables.GetValueOrDefault("ES_VERSION"),
        };
        await new WritebackIndexCreator(host.Services.GetRequiredService<ISearchTransport>(), _environment.Time)
            .CreateAsync(options, _environment.Output.WriteLine, cancellationToken).ConfigureAwait(false);
        return ExitCode.Success;
    }

    private Uri? Node(ParseResult parsed)
    {
        var host = parsed.GetValue(_host) ?? (File.Exists(parsed.GetValue(_config)) ? null : _environment.Variables.GetValueOrDefault("ES_HOST"));
        if (host is null)
            return null;
        var port = parsed.GetValue(_port) ?? (int.TryParse(_environment.Variables.GetValueOrDefault("ES_PORT"), out var number) ? number : 9200);
        var scheme = parsed.GetValue(_ssl) && !parsed.GetValue(_noSsl) ? "https" : "http";
        return new UriBuilder(scheme, host, port, parsed.GetValue(_urlPrefix) ?? "").Uri;
    }

    private void SignIn(ConnectionBuilder connection, ParseResult parsed)
    {
        connection.Timeout(TimeSpan.FromSeconds(parsed.GetValue(_timeout)));
        if (parsed.GetValue(_noVerifyCerts) && !parsed.GetValue(_verifyCerts))
            connection.TrustAnyCertificate();
        if (parsed.GetValue(_noAuth))
            return;
        string? Or(Option<string?> option, string variable) => parsed.GetValue(option) ?? _environment.Variables.GetValueOrDefault(variable);
        if (Or(_apiKey, "ES_API_KEY") is { } key)
            connection.ApiKey(key);
        else if (Or(_bearer, "ES_BEARER") is { } token)
            connection.Bearer(token);
        else if (Or(_username, "ES_USERNAME") is { } user && Or(_password, "ES_PASSWORD") is { } password)
            connection.Basic(user, password);
        else if (parsed.GetValue(_awsRegion) is { } region)
            connection.Aws(region, parsed.GetValue(_profile));
    }
}
