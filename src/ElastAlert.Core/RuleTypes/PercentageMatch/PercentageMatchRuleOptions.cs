using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.PercentageMatch;

/// <summary>Is what the rule type percentage_match can be told.</summary>
internal sealed record PercentageMatchRuleOptions
{
    /// <summary>Gets the aggregation that counts the documents that match and the others.</summary>
    public required JsonElement Aggregation { get; init; }

    /// <summary>Gets the percentage below which there is a match, or <see langword="null"/>.</summary>
    public double? MinPercentage { get; init; }

    /// <summary>Gets the percentage above which there is a match, or <see langword="null"/>.</summary>
    public double? MaxPercentage { get; init; }

    /// <summary>Gets the number of documents from which on the percentage is judged.</summary>
    public long MinDenominator { get; init; }

    /// <summary>Gets what writes the percentage for people, or <see langword="null"/>.</summary>
    public NumberFormatter? Format { get; init; }

    /// <summary>Reads the options of a rule.</summary>
    public static PercentageMatchRuleOptions Read(OptionReader reader, NumberFormatReader formats)
    {
        AggregationOptions.CheckInterval(reader);
        var (minimum, maximum) = AggregationOptions.ReadLimits(reader, "min_percentage", "max_percentage");
        return new PercentageMatchRuleOptions
        {
            Aggregation = ReadAggregation(reader),
            MinPercentage = minimum,
            MaxPercentage = maximum,
            MinDenominator = reader.WholeNumber("min_denominator") ?? 0,
            Format = AggregationOptions.ReadFormat(reader, "percentage_format_string", formats),
        };
    }

    /// <summary>Reads the aggregation of a rule.</summary>
    public static JsonElement ReadAggregation(OptionReader reader)
    {
        var filter = reader.Has("match_bucket_filter") ? reader.Rule.Options["match_bucket_filter"].ToJson() : JsonElement.Parse("[]");
        return JsonValue.Write(filter, WriteAggregation);
    }

    private static void WriteAggregation(Utf8JsonWriter writer, JsonElement filter)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("percentage_match_aggs");
        writer.WriteStartObject("filters");
        writer.WriteBoolean("other_bucket", true);
        writer.WriteStartObject("filters");
        writer.WriteStartObject("match_bucket");
        writer.WriteStartObject("bool");
        writer.WritePropertyName("must");
        filter.WriteTo(writer);
        for (var depth = 0; depth < 6; depth++)
            writer.WriteEndObject();
    }
}
