using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Post2;

/// <summary>Holds the options of the <c>post2</c> alerter.</summary>
internal sealed class Post2AlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the addresses that every match is posted to.</summary>
    public IReadOnlyList<string> HttpPost2Url { get; init; } = [];

    /// <summary>Gets the template of the payload.</summary>
    public required JsonTemplate HttpPost2Payload { get; init; }

    /// <summary>Gets the names of members and the paths of the fields that fill them in their own type.</summary>
    public OptionMap HttpPost2RawFields { get; init; } = OptionMap.Empty;

    /// <summary>Gets the template of the headers.</summary>
    public required JsonTemplate HttpPost2Headers { get; init; }

    /// <summary>Gets whether the whole match is posted.</summary>
    /// <value>The default is <see langword="true"/> without <see cref="HttpPost2Payload"/>, else <see langword="false"/>.</value>
    public bool HttpPost2AllValues { get; init; } = true;

    /// <summary>Gets how the addresses are reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static Post2AlerterOptions Read(AlerterOptionReader reader)
    {
        var payload = JsonTemplate.Read(reader, "http_post2_payload");
        return new Post2AlerterOptions
        {
            HttpPost2Url = reader.Urls("http_post2_url"),
            HttpPost2Payload = payload,
            HttpPost2RawFields = reader.Map("http_post2_raw_fields"),
            HttpPost2Headers = JsonTemplate.Read(reader, "http_post2_headers"),
            HttpPost2AllValues = reader.Flag("http_post2_all_values", payload.IsEmpty),
            Http = AlerterHttpOptions.Read(reader, "http_post2_", TimeSpan.FromSeconds(10)),
        };
    }
}
