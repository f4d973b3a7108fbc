using System.Text.Json;
using System.Text.RegularExpressions;
using ElastAlert.Values;

namespace ElastAlert.Querying;

/// <summary>Plans the queries behind <c>top_count_keys</c> (engine.md 3.7 and 5.5.1).</summary>
internal sealed partial class TopCountPlanner(Rule rule, RuleTypeNeeds needs)
{
    private static readonly TimeSpan After = TimeSpan.FromMinutes(10);

    /// <summary>Returns the fields that are counted, with their suffix; a match gets <c>top_events_FIELD</c> for each.</summary>
    public IReadOnlyList<string> Fields { get; } = [.. rule.Alerting.TopCountKeys.Select(field => WithSuffix(rule, field)).Distinct()];

    /// <summary>Plans the query for one field of one match.</summary>
    public TopCountQuery Plan(RuleMatch match, string field)
    {
        var before = rule.Schedule.Timeframe is { } timeframe ? timeframe * needs.TopCountTimeframes : After;
        return new TopCountQuery(field, new TimeWindow(match.Timestamp - before, match.Timestamp + After), [.. KeyFilters(match.Fields)]);
    }

    // One rule for all fields (Q20): the suffix is added once, and to none when raw_count_keys is off.
    private static string WithSuffix(Rule rule, string field)
    {
        var suffix = rule.Alerting.StringMultiFieldName;
        return !rule.Alerting.RawCountKeys || field.EndsWith(suffix, StringComparison.Ordinal) ? field : field + suffix;
    }

    private IEnumerable<JsonElement> KeyFilters(Document match)
    {
        if (rule.Query.QueryKey is not { } key)
            return [];
        if (rule.Query.CompoundQueryKey.Count == 0)
            return match.Find(key) is { IsMissing: false } value ? [Term(key, value)] : [];
        var values = rule.Query.CompoundQueryKey.Select(match.Find).ToList();
        return values.TrueForAll(value => value.IsMissing)
            ? JoinedFilters(match, key)
            : rule.Query.CompoundQueryKey.Zip(values, (field, value) => value.IsMissing ? Absent(field) : Term(field, value));
    }

    // A match that was not made of a document has the joined text only.
    private IEnumerable<JsonElement> JoinedFilters(Document match, string key)
    {
        if (!match.TryGetMember(key, out var joined) || joined.ValueKind != JsonValueKind.String)
            return [];
        var texts = Comma().Split(joined.GetString()!);
        return rule.Query.CompoundQueryKey.Zip(texts, (field, text) => Term(field, new FieldValue(JsonValue.Of(text))));
    }

    // Numbers and truth values have no text form in the index, so they are compared as what they are (Q52).
    private JsonElement Term(string field, FieldValue value) =>
        value.Element.ValueKind == JsonValueKind.String
            ? Query("term", WithSuffix(rule, field), value.Element)
            : Query(value.Element.ValueKind == JsonValueKind.Array ? "terms" : "term", field, value.Element);

    private static JsonElement Query(string kind, string field, JsonElement value) => JsonValue.Write((kind, field, value), static (writer, state) =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject(state.kind);
        writer.WritePropertyName(state.field);
        state.value.WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static JsonElement Absent(string field) => JsonValue.Write(field, static (writer, field) =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("bool");
        writer.WriteStartObject("must_not");
        writer.WriteStartObject("exists");
        writer.WriteString("field", field);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    [GeneratedRegex(@",\s*")]
    private static partial Regex Comma();
}
