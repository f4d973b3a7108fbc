namespace ElastAlert.State.Writeback;

/// <summary>Has the settings and mappings of the engine's own indices. Only what is searched for is indexed; the rest is kept as it is.</summary>
internal static class StateMappings
{
    public const string State =
        """
        {
          "settings": {"index": {"number_of_shards": 1, "auto_expand_replicas": "0-1"}},
          "mappings": {
            "_meta": {"elastalert": {"schema": 1}},
            "dynamic": false,
            "properties": {
              "key": {"type": "keyword"},
              "kind": {"type": "keyword"},
              "rule_id": {"type": "keyword"},
              "rule": {"type": "keyword", "ignore_above": 1024},
              "generation": {"type": "long"}
            }
          }
        }
        """;

    public const string Outbox =
        """
        {
          "settings": {"index": {"number_of_shards": 1, "auto_expand_replicas": "0-1"}},
          "mappings": {
            "_meta": {"elastalert": {"schema": 1}},
            "dynamic": false,
            "properties": {
              "key": {"type": "keyword"},
              "rule_id": {"type": "keyword"},
              "rule": {"type": "keyword", "ignore_above": 1024},
              "generation": {"type": "long"},
              "confirmed": {"type": "boolean"},
              "state": {"type": "keyword"}
            }
          }
        }
        """;
}
