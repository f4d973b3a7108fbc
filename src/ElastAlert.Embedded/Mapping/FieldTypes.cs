using System.Text.Json;
using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Mapping;

/// <summary>Reads field types from mapping definitions.</summary>
internal static class FieldTypes
{
    public static readonly FieldType Text = new TextType();
    public static readonly FieldType Long = new IntegerType("long", long.MinValue, long.MaxValue);
    public static readonly FieldType Float = new FloatingType("float");
    public static readonly FieldType Boolean = new BooleanType();
    public static readonly FieldType Date = new DateType(DateFormat.Default, IsNanos: false);

    /// <summary>Reads one definition; <c>fields</c> and <c>properties</c> are left to the caller.</summary>
    public static FieldType Read(JsonElement definition, string path)
    {
        var name = definition.GetProperty("type").GetString();
        foreach (var setting in definition.EnumerateObject())
        {
            if (!IsUnderstood(name, setting))
                throw RequestFailure.Unsupported($"the mapping parameter [{setting.Name}] with the value {setting.Value.GetRawText()} on field [{path}]");
        }

        return name switch
        {
            "text" => Text,
            "keyword" => new KeywordType(IgnoreAbove(definition)),
            "long" => Long,
            "integer" => new IntegerType("integer", int.MinValue, int.MaxValue),
            "short" => new IntegerType("short", short.MinValue, short.MaxValue),
            "byte" => new IntegerType("byte", sbyte.MinValue, sbyte.MaxValue),
            "float" => Float,
            "double" => new FloatingType("double"),
            "boolean" => Boolean,
            "date" => new DateType(Format(definition, DateFormat.Default), IsNanos: false),
            "date_nanos" => new DateType(Format(definition, DateFormat.DefaultNanos), IsNanos: true),
            _ => throw RequestFailure.Unsupported($"fields of type [{name}], which [{path}] is mapped as"),
        };
    }

    private static int IgnoreAbove(JsonElement definition) =>
        definition.TryGetProperty("ignore_above", out var limit) ? limit.GetInt32() : int.MaxValue;

    private static DateFormat Format(JsonElement definition, DateFormat fallback) =>
        definition.TryGetProperty("format", out var format) ? DateFormat.Of(format.GetString()!) : fallback;

    private static bool IsUnderstood(string? type, JsonProperty setting) => setting.Name switch
    {
        "type" or "fields" => true,
        "ignore_above" => type == "keyword",
        "format" => type is "date" or "date_nanos",
        "norms" or "similarity" or "eager_global_ordinals" or "index_options" or "meta" or "index_prefixes" or "boost" => true,
        "index" or "doc_values" or "coerce" => setting.Value.ValueKind == JsonValueKind.True,
        "store" or "fielddata" or "ignore_malformed" => setting.Value.ValueKind == JsonValueKind.False,
        "analyzer" or "search_analyzer" or "search_quote_analyzer" => setting.Value.ValueEquals("standard"),
        _ => false,
    };
}
