namespace ElastAlert.Embedded.Endpoints;

/// <summary>Lists parameters that several endpoints understand; those about waiting have no effect here.</summary>
internal static class SharedParameters
{
    public static readonly IReadOnlyList<string> IndexChoice =
        ["ignore_unavailable", "allow_no_indices", "expand_wildcards", "local", "master_timeout", "timeout"];

    public static readonly IReadOnlyList<string> Source = ["_source", "_source_includes", "_source_excludes"];

    public static readonly IReadOnlyList<string> Write =
        ["refresh", "timeout", "wait_for_active_shards", "if_seq_no", "if_primary_term", "require_alias"];
}
