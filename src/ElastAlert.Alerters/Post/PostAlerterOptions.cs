using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Post;

/// <summary>Holds the options of the <c>post</c> alerter.</summary>
internal sealed class PostAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the addresses that every match is posted to.</summary>
    public IReadOnlyList<string> HttpPostUrl { get; init; } = [];

    /// <summary>Gets the names of members and the paths of the fields that fill them.</summary>
    public OptionMap HttpPostPayload { get; init; } = OptionMap.Empty;

    /// <summary>Gets members with values of their own.</summary>
    public OptionMap HttpPostStaticPayload { get; init; } = OptionMap.Empty;

    /// <summary>Gets headers besides the usual ones.</summary>
    public OptionMap HttpPostHeaders { get; init; } = OptionMap.Empty;

    /// <summary>Gets whether the whole match is posted.</summary>
    /// <value>The default is <see langword="true"/> without <see cref="HttpPostPayload"/>, else <see langword="false"/>.</value>
    public bool HttpPostAllValues { get; init; } = true;

    /// <summary>Gets how the addresses are reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static PostAlerterOptions Read(AlerterOptionReader reader)
    {
        var payload = reader.Map("http_post_payload");
        return new PostAlerterOptions
        {
            HttpPostUrl = reader.Urls("http_post_url"),
            HttpPostPayload = payload,
            HttpPostStaticPayload = reader.Map("http_post_static_payload"),
            HttpPostHeaders = reader.Map("http_post_headers"),
            HttpPostAllValues = reader.Flag("http_post_all_values", payload.Count == 0),
            Http = AlerterHttpOptions.Read(reader, "http_post_", TimeSpan.FromSeconds(10)),
        };
    }
}
