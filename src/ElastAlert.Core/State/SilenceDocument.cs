using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.State;

/// <summary>Reads silences as ElastAlert writes them, for history stores that are asked for silences.</summary>
public static class SilenceDocument
{
    /// <summary>Reads a silence, or <see langword="null"/> from a document that does not say which key is silent until when.</summary>
    /// <param name="content">The document: a JSON object in UTF-8.</param>
    public static Silence? Read(ReadOnlyMemory<byte> content)
    {
        using var document = JsonDocument.Parse(content);
        return Read(document.RootElement);
    }

    /// <summary>Reads a silence, or <see langword="null"/> from a document that does not say which key is silent until when.</summary>
    /// <param name="document">The document.</param>
    public static Silence? Read(JsonElement document)
    {
        if (Text(document, "rule_name") is not { } key || Text(document, "until") is not { } until || !IsoTime.TryParse(until, out var moment))
            return null;
        return new Silence(key, moment, Exponent(document));
    }

    /// <summary>Keeps of each key the silence that ends last.</summary>
    internal static IEnumerable<Silence> NewestOfEachKey(IEnumerable<Silence> silences) => silences
        .GroupBy(silence => silence.Key, StringComparer.Ordinal)
        .Select(ofKey => ofKey.MaxBy(silence => silence.Until)!);

    private static string? Text(JsonElement document, string name) =>
        document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Exponent(JsonElement document) =>
        document.TryGetProperty("exponent", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var exponent) ? exponent : 0;
}
