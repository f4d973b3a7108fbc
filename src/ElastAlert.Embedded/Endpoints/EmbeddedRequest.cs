using System.Globalization;
using System.Text.Json;
using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Is a request taken apart.</summary>
internal sealed class EmbeddedRequest
{
    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);

    public EmbeddedRequest(SearchRequest request)
    {
        Method = request.Method.ToUpperInvariant();
        Body = request.Body;
        var mark = request.Path.IndexOf('?', StringComparison.Ordinal);
        Path = mark < 0 ? request.Path : request.Path[..mark];
        Segments = [.. Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        if (mark >= 0)
            ReadParameters(request.Path[(mark + 1)..]);
    }

    public string Method { get; }

    public string Path { get; }

    public IReadOnlyList<string> Segments { get; }

    public ReadOnlyMemory<byte> Body { get; }

    public IEnumerable<string> ParameterNames => _parameters.Keys;

    /// <summary>Gets the parts of the path that the route leaves open, by their names.</summary>
    public IReadOnlyDictionary<string, string> Places { get; set; } = new Dictionary<string, string>();

    /// <summary>Gets the index expression; all indices when the path has none.</summary>
    public string Index => Places.GetValueOrDefault("index") ?? "_all";

    public string Id => Places["id"];

    public IndexOptions IndexOptions => new(Flag("ignore_unavailable"), Flag("allow_no_indices", fallback: true));

    public string? Text(string name) => _parameters.GetValueOrDefault(name);

    public bool Flag(string name, bool fallback = false) => Text(name) switch
    {
        null => fallback,
        "" or "true" => true,
        "false" => false,
        var other => throw RequestFailure.Illegal($"Failed to parse value [{other}] as only [true] or [false] are allowed."),
    };

    public long? Number(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw RequestFailure.Illegal($"Failed to parse int parameter [{name}] with value [{text}]");
    }

    public TimeSpan? Duration(string name) => Text(name) is { } text ? TimeUnits.Parse(text, name) : null;

    public JsonElement? ReadBody()
    {
        if (Body.Span.IndexOfAnyExcept(" \r\n\t"u8) < 0)
            return null;
        using var document = JsonDocument.Parse(Body);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.Clone()
            : throw RequestFailure.Parsing("Expected [START_OBJECT] in the body of the request");
    }

    public JsonElement RequireBody() => ReadBody() ?? throw new RequestFailure(400, "parse_exception", "request body is required");

    private void ReadParameters(string query)
    {
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equal = pair.IndexOf('=', StringComparison.Ordinal);
            var name = equal < 0 ? pair : pair[..equal];
            _parameters[Decode(name)] = equal < 0 ? "" : Decode(pair[(equal + 1)..]);
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
