using System.Text;

namespace ElastAlert.Cli;

/// <summary>Shows requests to people: as log lines (<c>--es_debug</c>), and as <c>curl</c> commands in a file (<c>--es_debug_trace</c>).</summary>
internal sealed class RequestTrace(CommandLineEnvironment environment, bool isLogged, string? file)
{
    private readonly Lock _lock = new();

    public void Add(ConnectionOptions connection, SearchRequest request)
    {
        var body = Encoding.UTF8.GetString(request.Body.Span);
        lock (_lock)
        {
            if (isLogged)
                environment.Error.WriteLine($"DEBUG:elastalert:{request.Method} {request.Path} {body}".TrimEnd());
            if (file is not null)
                File.AppendAllText(file, Curl(connection.Nodes[0], request, body) + Environment.NewLine);
        }
    }

    // Credentials are not among the options that a trace shows.
    private static string Curl(Uri node, SearchRequest request, string body)
    {
        var address = node.GetLeftPart(UriPartial.Path).TrimEnd('/') + request.Path;
        var data = body.Length == 0 ? "" : $" -H 'Content-Type: {request.ContentType}' -d '{body.Replace("'", "'\\''", StringComparison.Ordinal)}'";
        return $"curl -X{request.Method} '{address}'{data}";
    }
}
