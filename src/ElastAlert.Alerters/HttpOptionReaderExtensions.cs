namespace ElastAlert.Alerters;

/// <summary>Reads options that several alerters share.</summary>
internal static class HttpOptionReaderExtensions
{
    /// <summary>Returns the addresses of an option, and warns about those that are none.</summary>
    public static IReadOnlyList<string> Urls(this AlerterOptionReader reader, string key)
    {
        var urls = reader.Texts(key);
        foreach (var url in urls.Where(static url => !IsUrl(url)))
        {
            reader.Warn(
                key, "has an address that is no http or https URL; alerts to it will fail.", "Write the whole address, such as https://host/path.");
        }

        return urls;
    }

    /// <summary>Returns the address of an option, and warns when it is none.</summary>
    public static string Url(this AlerterOptionReader reader, string key, string defaultValue = "") =>
        reader.Urls(key) is [var url, ..] ? url : defaultValue;

    /// <summary>Returns the channels of a chat; without any, the one that the webhook has.</summary>
    public static IReadOnlyList<string> Channels(this AlerterOptionReader reader, string key) =>
        reader.Texts(key) is { Count: > 0 } channels ? channels : [""];

    private static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https");
}
