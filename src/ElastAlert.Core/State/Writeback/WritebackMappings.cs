namespace ElastAlert.State.Writeback;

/// <summary>Has the mappings of ElastAlert's own indices (engine.md 6.6), with the fields by which alerts are found named one by one.</summary>
internal static class WritebackMappings
{
    /// <summary>Returns the body that creates an index, for a server that knows date formats by their old names or by the new ones.</summary>
    public static string Of(WritebackNames names, string index, bool hasOldDateFormats)
    {
        var date = $$"""{"type": "date", "format": "{{(hasOldDateFormats ? "dateOptionalTime" : "date_optional_time")}}"}""";
        var mapping = index == names.Alerts ? Alerts(date)
            : index == names.Status ? Status(date)
            : index == names.Silence ? Silence(date)
            : index == names.Error ? Error(date)
            : Past(date);
        return $$"""{"mappings": {{mapping}} }""";
    }

    private static string Alerts(string date) =>
        $$"""
        {
          "numeric_detection": true,
          "date_detection": false,
          "dynamic_templates": [
            {"strings_as_keyword": {"mapping": {"ignore_above": 1024, "type": "keyword"}, "match_mapping_type": "string"} }
          ],
          "properties": {
            "rule_name": {"type": "keyword"},
            "@timestamp": {{date}},
            "alert_time": {{date}},
            "match_time": {{date}},
            "match_body": {"type": "object", "enabled": false},
            "aggregate_id": {"type": "keyword"},
            "aggregation_key": {"type": "keyword"},
            "alert_sent": {"type": "boolean"},
            "alert_exception": {"type": "keyword", "ignore_above": 1024}
          }
        }
        """;

    private static string Status(string date) =>
        $$"""{"properties": {"rule_name": {"type": "keyword"}, "@timestamp": {{date}} } }""";

    private static string Silence(string date) =>
        $$"""{"properties": {"rule_name": {"type": "keyword"}, "until": {{date}}, "@timestamp": {{date}} } }""";

    private static string Error(string date) =>
        $$"""{"properties": {"data": {"type": "object", "enabled": false}, "@timestamp": {{date}} } }""";

    private static string Past(string date) =>
        $$"""
        {
          "properties": {
            "rule_name": {"type": "keyword"},
            "match_body": {"type": "object", "enabled": false},
            "@timestamp": {{date}},
            "aggregate_id": {"type": "keyword"}
          }
        }
        """;
}
