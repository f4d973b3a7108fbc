using System.Globalization;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.NewTerm;

/// <summary>Plans the searches for the terms that are known before the first run: for each field, step by step (rule-types.md 5.8).</summary>
internal sealed class TermScan(Rule rule, NewTermRuleOptions options)
{
    private const int AllTerms = int.MaxValue;

    private readonly RuleQuery _indices = rule.Query with { SearchExtraIndex = false };
    private readonly TimestampCodec _codec = new(rule.Timestamp);

    /// <summary>Returns the next search; the name of each says its place, so that a scan goes on where it stopped.</summary>
    public SeedQuery? Next(DateTimeOffset now, DateTimeOffset? start, RuleInput.Seed? previous)
    {
        var after = previous is null || !rule.Query.TermsPaging ? null : TermPage.Next(previous.Answer);
        var place = previous is null ? 0 : PlaceOf(previous.Query) + (after is null ? 1 : 0);
        var steps = (int)((options.TermsWindowSize.Ticks + options.WindowStepSize.Ticks - 1) / options.WindowStepSize.Ticks);
        if (place >= steps * options.Fields.Count)
            return null;
        var end = start ?? options.StartDate ?? now;
        var from = end - options.TermsWindowSize + options.WindowStepSize * (place % steps);
        var to = from + options.WindowStepSize < end ? from + options.WindowStepSize : end;
        var field = place / steps;
        return new SeedQuery(NameOf(field, place), IndexExpression.For(_indices, new TimeWindow(from, to)), rule.Query.TermsPaging
            ? TermPage.Body([.. options.Fields[field].Names.Select(Scanned)], writer => WriteFilter(writer, "query", from, to), after)
            : Body(options.Fields[field], from, to));
    }

    /// <summary>Returns the place of the field that a search was for.</summary>
    public static int FieldOf(SeedQuery query) =>
        int.Parse(query.Name.AsSpan(0, query.Name.IndexOf('.', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    private static string NameOf(int field, int place) => string.Create(CultureInfo.InvariantCulture, $"{field}.{place}");

    private static int PlaceOf(SeedQuery query) =>
        int.Parse(query.Name.AsSpan(query.Name.IndexOf('.', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);

    private JsonElement Body(TermField field, DateTimeOffset from, DateTimeOffset to) =>
        JsonValue.Write((Scan: this, field, from, to), static (writer, query) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("size", 0);
            writer.WriteStartObject("aggs");
            writer.WriteStartObject("filtered");
            query.Scan.WriteFilter(writer, "filter", query.from, query.to);
            query.Scan.WriteTerms(writer, query.field, 0);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    private void WriteFilter(Utf8JsonWriter writer, string name, DateTimeOffset from, DateTimeOffset to)
    {
        writer.WriteStartObject(name);
        writer.WriteStartObject("bool");
        writer.WriteStartArray("must");
        WriteRange(writer, from, to);
        foreach (var filter in rule.Query.Filter)
            filter.WriteTo(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // Closed at its start and open at its end, other than the windows of runs.
    private void WriteRange(Utf8JsonWriter writer, DateTimeOffset from, DateTimeOffset to)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("range");
        writer.WriteStartObject(rule.Timestamp.Field);
        writer.WritePropertyName("gte");
        _codec.WriteBound(writer, from);
        writer.WritePropertyName("lt");
        _codec.WriteBound(writer, to);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteTerms(Utf8JsonWriter writer, TermField field, int part)
    {
        if (part == field.Names.Count)
            return;
        writer.WriteStartObject("aggs");
        writer.WriteStartObject("values");
        writer.WriteStartObject("terms");
        writer.WriteString("field", Scanned(field.Names[part]));
        writer.WriteNumber("size", AllTerms);
        writer.WriteEndObject();
        WriteTerms(writer, field, part + 1);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private string Scanned(string name) =>
        options.UseKeywordPostfix && !name.EndsWith(".keyword", StringComparison.Ordinal) ? name + ".keyword" : name;
}
