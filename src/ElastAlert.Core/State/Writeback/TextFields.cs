using System.Text.Json;
using ElastAlert.Search;

namespace ElastAlert.State.Writeback;

/// <summary>Finds the field by which whole texts are compared: the field itself, or its <c>.keyword</c> where the index was made without a mapping.</summary>
internal static class TextFields
{
    /// <summary>Returns the name of the field, or <see langword="null"/> where no index has it.</summary>
    public static async Task<string?> FindAsync(ISearchTransport transport, string index, string field, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await transport.AskAsync(new SearchRequest("GET", SearchPath.Of(index, "_mapping")), cancellationToken).ConfigureAwait(false);
            return answer.Root.EnumerateObject().Select(concrete => Find(concrete.Value, field)).FirstOrDefault(name => name is not null);
        }
        catch (SearchException exception) when (exception.StatusCode == 404)
        {
            return null;
        }
    }

    private static string? Find(JsonElement index, string field)
    {
        if (!index.GetProperty("mappings").TryGetProperty("properties", out var properties) || !properties.TryGetProperty(field, out var mapping))
            return null;
        var isAnalysed = mapping.TryGetProperty("type", out var type) && type.ValueEquals("text");
        return isAnalysed && mapping.TryGetProperty("fields", out var fields) && fields.TryGetProperty("keyword", out _) ? field + ".keyword" : field;
    }
}
