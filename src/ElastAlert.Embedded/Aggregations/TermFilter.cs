using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Terms;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Says which keys a terms aggregation keeps: by a regular expression or a list.</summary>
internal static class TermFilter
{
    public static Func<string, bool>? Read(JsonElement? include, JsonElement? exclude)
    {
        var isIncluded = ReadOne(include);
        var isExcluded = ReadOne(exclude);
        if (isIncluded is null && isExcluded is null)
            return null;
        return key => isIncluded?.Invoke(key) != false && isExcluded?.Invoke(key) != true;
    }

    private static Func<string, bool>? ReadOne(JsonElement? definition) => definition switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } pattern => LuceneRegex.Parse(pattern.GetString()!).IsMatch,
        { ValueKind: JsonValueKind.Array } values => values.EnumerateArray().Select(Scalars.Text).ToHashSet().Contains,
        _ => throw RequestFailure.Unsupported("partitions of terms in the aggregation [terms]"),
    };
}
