using System.Text;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes;

/// <summary>Is the metric that metric_aggregation and spike_aggregation ask for (rule-types.md 5.11).</summary>
internal sealed record MetricElement
{
    private const string Percentiles = "percentiles";

    private readonly byte[] _utf8Name = [];

    /// <summary>Gets the name of the metric: <c>metric_KEY_TYPE</c>.</summary>
    public required string Name
    {
        get;
        init
        {
            field = value;
            _utf8Name = Encoding.UTF8.GetBytes(value);
        }
    }

    /// <summary>Gets the type of the metric, such as <c>avg</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Gets the aggregation.</summary>
    public required JsonElement Aggregation { get; init; }

    /// <summary>Reads the options of a rule.</summary>
    public static MetricElement Read(OptionReader reader)
    {
        var key = reader.Text("metric_agg_key") ?? "";
        var type = reader.Choice("metric_agg_type", "min", "max", "avg", "sum", "cardinality", "value_count", Percentiles) ?? "avg";
        var percentile = reader.WholeNumber("percentile_range");
        if (type == Percentiles && percentile is null && !reader.Has("percentile_range"))
            reader.Error("percentile_range", "is absent, and percentiles need it.", "Give the percentile, such as 95.");
        var name = $"metric_{key}_{type}";
        return new MetricElement
        {
            Name = name,
            Type = type,
            Aggregation = JsonValue.Write((name, type, Body: Body(reader, key, type, percentile)), WriteAggregation),
        };
    }

    /// <summary>Returns the value of a bucket; of several percentiles, the first.</summary>
    public JsonElement Value(JsonElement bucket)
    {
        if (Type == Percentiles)
            return Values(bucket).FirstOrDefault();
        return bucket.TryGetProperty(_utf8Name, out var metric) && metric.TryGetProperty("value"u8, out var value) ? value : default;
    }

    /// <summary>Returns the values of a bucket: one, or all percentiles.</summary>
    public IEnumerable<JsonElement> Values(JsonElement bucket)
    {
        if (!bucket.TryGetProperty(Name, out var metric))
            return [];
        if (Type == Percentiles)
            return metric.TryGetProperty("values", out var values) ? PercentileValues(values) : [];
        return metric.TryGetProperty("value", out var value) ? [value] : [];
    }

    private static IEnumerable<JsonElement> PercentileValues(JsonElement values) => values.ValueKind == JsonValueKind.Array
        ? values.EnumerateArray().Select(static item => item.GetProperty("value"))
        : values.EnumerateObject().Select(static member => member.Value);

    private static JsonElement Body(OptionReader reader, string key, string type, long? percentile)
    {
        var body = Document.Empty.With("field", key);
        if (reader.Has("metric_agg_script"))
        {
            var script = reader.Rule.Options["metric_agg_script"];
            if (script.Kind is not (OptionKind.Text or OptionKind.Map))
                reader.Wrong("metric_agg_script", "a script, or an object that holds one");
            body = script.Kind == OptionKind.Map ? Document.Of(script.ToJson()) : Document.Empty.With("script", script.ToJson());
        }

        if (type == Percentiles && percentile is { } range && !body.TryGetMember("percents", out _))
            body = body.With("percents", JsonElement.Parse($"[{range}]"));
        return body.ToJson();
    }

    private static void WriteAggregation(Utf8JsonWriter writer, (string Name, string Type, JsonElement Body) metric)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(metric.Name);
        writer.WritePropertyName(metric.Type);
        metric.Body.WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
