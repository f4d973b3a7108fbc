using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes;

/// <summary>
/// Makes of the blacklist or whitelist of a rule the filter that leaves the other documents out of the answer. Like ElastAlert, it looks
/// at the options and not at the type of the rule (rule-types.md 5.2).
/// </summary>
internal static class ListFilter
{
    /// <summary>Returns a registration whose rules have the filter.</summary>
    public static RuleTypeRegistration AddTo(RuleTypeRegistration registration) => registration with
    {
        Describe = rule =>
        {
            var needs = registration.Describe(rule);
            return Find(rule) is { } filter ? needs with { Filter = [.. needs.Filter, filter] } : needs;
        },
    };

    /// <summary>Returns the filter of a rule, or <see langword="null"/> for none; an empty list makes none (CMP-5).</summary>
    public static JsonElement? Find(Rule rule)
    {
        var reader = new OptionReader(rule);
        var key = reader.Has("blacklist") ? "blacklist" : "whitelist";
        var fields = rule.Options.Texts("compare_key");
        if (!reader.Has(key) || fields.Count == 0 || !reader.Flag("filter_by_list", defaultValue: true))
            return null;
        var terms = ListedValues.Read(reader, key).Values.Select(value => $"{string.Join(',', fields)}:{Term(value)}").ToList();
        if (terms.Count == 0)
            return null;
        return QueryString(key == "blacklist" ? string.Join(" OR ", terms) : "NOT " + string.Join(" AND NOT ", terms));
    }

    private static string Term(string value)
    {
        var isPattern = value.Length > 1 && value[0] == '/' && value[^1] == '/';
        return isPattern ? value : $"\"{value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static JsonElement QueryString(string query) => JsonValue.Write(query, static (writer, query) =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("query_string");
        writer.WriteString("query", query);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });
}
