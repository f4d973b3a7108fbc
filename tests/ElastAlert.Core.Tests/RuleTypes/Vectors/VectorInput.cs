using System.Globalization;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.RuleTypes.Vectors;

/// <summary>Makes of the steps of a vector what the engine would feed.</summary>
internal static class VectorInput
{
    public static RuleInput Of(Rule rule, JsonElement step) => step.GetProperty("kind").GetString() switch
    {
        "data" => new RuleInput.Hits([.. step.GetProperty("payload").EnumerateArray().Select(document => Hit(rule, document))]),
        "count" => new RuleInput.Count(At(step), step.GetProperty("payload").GetInt64()),
        "terms" => new RuleInput.Terms(At(step), [.. step.GetProperty("payload").EnumerateArray().Select(Bucket)]),
        "aggregation" => new RuleInput.Aggregation(At(step), step.GetProperty("payload")),
        "garbage_collect" => new RuleInput.WindowEnd(At(step)),
        var kind => throw new NotSupportedException(kind),
    };

    public static Hit Hit(Rule rule, JsonElement source)
    {
        var document = Document.Of(source);
        var path = FieldPath.Parse(rule.Timestamp.Field);
        IsoTime.TryParse(path.Find(document).ToText(), out var timestamp).Should().BeTrue();
        if (rule.Query.CompoundQueryKey.Count > 0)
        {
            var joined = string.Join(", ", rule.Query.CompoundQueryKey.Select(part => document.Find(part).ToText()));
            document = document.With(rule.Query.QueryKey!, joined);
        }

        return new Hit("", "", timestamp, document);
    }

    private static DateTimeOffset At(JsonElement step) =>
        DateTimeOffset.Parse(step.GetProperty("at").GetString()!, CultureInfo.InvariantCulture);

    private static TermsBucket Bucket(JsonElement bucket) =>
        new(new FieldValue(bucket.GetProperty("key")), bucket.GetProperty("doc_count").GetInt64());
}
