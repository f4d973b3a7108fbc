using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Knows which settings of an index have no effect on answers, so that they can be taken and kept.</summary>
internal static class IndexSettings
{
    private static readonly string[] Harmless =
    [
        "number_of_shards", "number_of_replicas", "refresh_interval", "auto_expand_replicas", "codec", "hidden", "priority",
        "translog.", "lifecycle.", "routing.allocation.", "mapping.total_fields.", "mapping.depth.", "mapping.nested_fields.",
        "mapping.nested_objects.", "mapping.field_name_length.", "mapping.dimension_fields.", "merge.", "max_inner_result_window",
        "number_of_routing_shards", "unassigned.", "search.idle.", "query.default_field_limit",
    ];

    /// <summary>Gets the full name of a setting, or refuses one that would change answers.</summary>
    public static string Check(string name)
    {
        var bare = name.StartsWith("index.", StringComparison.Ordinal) ? name["index.".Length..] : name;
        return Harmless.Any(known => known.EndsWith('.') ? bare.StartsWith(known, StringComparison.Ordinal) : bare == known)
            ? "index." + bare
            : throw RequestFailure.Unsupported($"the index setting [{name}]");
    }
}
