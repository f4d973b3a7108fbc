using System.Text.Json;
using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Sorting;

/// <summary>Says by which field hits are sorted, and how.</summary>
internal sealed record SortField(string Name)
{
    public const string Document = "_doc";
    public const string ShardDocument = "_shard_doc";

    public bool IsDescending { get; init; }

    /// <summary>Gets <c>_last</c>, <c>_first</c>, or the value that stands for a missing one.</summary>
    public string Missing { get; init; } = "_last";

    /// <summary>Gets the format in which dates are shown.</summary>
    public DateFormat? Format { get; init; }

    /// <summary>Gets the type of the field in indices that do not have it; without it they cannot be sorted.</summary>
    public FieldType? UnmappedType { get; init; }

    /// <summary>Gets whether the smallest of several values counts.</summary>
    public bool TakesSmallest { get; init; } = true;

    public bool IsPosition => Name is Document or ShardDocument;

    public static IReadOnlyList<SortField> ReadMany(JsonElement sort) =>
        sort.ValueKind == JsonValueKind.Array ? [.. sort.EnumerateArray().SelectMany(Read)] : [.. Read(sort)];

    /// <summary>Reads <c>field:asc,other:desc</c>.</summary>
    public static IReadOnlyList<SortField> ReadParameter(string sort) => [.. sort.Split(',').Select(part =>
    {
        var colon = part.LastIndexOf(':');
        return colon < 0 ? Create(part, "asc") : Create(part[..colon], part[(colon + 1)..]);
    })];

    private static IEnumerable<SortField> Read(JsonElement sort) => sort.ValueKind switch
    {
        JsonValueKind.String => [Create(sort.GetString()!, "asc")],
        JsonValueKind.Object => sort.EnumerateObject().Select(field => field.Value.ValueKind == JsonValueKind.String
            ? Create(field.Name, field.Value.GetString()!)
            : ReadOptions(field.Name, field.Value)),
        _ => throw RequestFailure.Illegal("malformed sort format, within the sort array, an object, or an actual string are allowed"),
    };

    private static SortField Create(string name, string order)
    {
        if (name == "_score")
            throw RequestFailure.Unsupported("sorting by [_score]");
        if (name == "_id")
            throw RequestFailure.Unsupported("sorting by [_id]");
        var isDescending = order.ToLowerInvariant() switch
        {
            "asc" => false,
            "desc" => true,
            _ => throw RequestFailure.Illegal($"No enum constant org.elasticsearch.search.sort.SortOrder.{order.ToUpperInvariant()}"),
        };
        return new SortField(name) { IsDescending = isDescending, TakesSmallest = !isDescending };
    }

    private static SortField ReadOptions(string name, JsonElement options)
    {
        var order = options.TryGetProperty("order", out var given) ? given.GetString()! : "asc";
        return options.EnumerateObject().Aggregate(Create(name, order), With);
    }

    private static SortField With(SortField field, JsonProperty option) => option.Name switch
    {
        "order" => field,
        "missing" => field with { Missing = Scalars.Text(option.Value) },
        "format" => field with { Format = DateFormat.Of(option.Value.GetString()!) },
        "unmapped_type" => field with { UnmappedType = UnmappedTypes.Find(option.Value.GetString()!) },
        "ignore_unmapped" when option.Value.ValueKind == JsonValueKind.True => field with { UnmappedType = FieldTypes.Long },
        "mode" when option.Value.ValueEquals("min") => field with { TakesSmallest = true },
        "mode" when option.Value.ValueEquals("max") => field with { TakesSmallest = false },
        _ => throw RequestFailure.Unsupported($"[{option.Name}] with the value {option.Value.GetRawText()} in a sort by [{field.Name}]"),
    };
}
