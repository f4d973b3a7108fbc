using ElastAlert.Values;

namespace ElastAlert.RuleTypes;

/// <summary>Reads the option <c>compare_key</c>.</summary>
internal static class CompareKey
{
    /// <summary>Returns the fields one by one, in order.</summary>
    public static IReadOnlyList<FieldPath> Fields(OptionReader reader)
    {
        var names = Names(reader);
        return [.. names.Select(FieldPath.Parse)];
    }

    /// <summary>Returns the one field that the names joined with <c>,</c> make; it exists only where the query key is the same list (CMP-2).</summary>
    public static FieldPath Joined(OptionReader reader)
    {
        var names = Names(reader);
        if (names.Count > 1 && string.Join(',', names) != reader.Rule.Query.QueryKey)
        {
            reader.Warning(
                "compare_key",
                $"with several names looks up one field named {string.Join(',', names)}, which documents do not have.",
                "Give one name, or make query_key the same list.");
        }

        return FieldPath.Parse(string.Join(',', names));
    }

    private static IReadOnlyList<string> Names(OptionReader reader)
    {
        var names = reader.Rule.Options.Texts("compare_key");
        if (names.Count == 0 && reader.Has("compare_key"))
            reader.Wrong("compare_key", "the name of a field, or a list of names");
        return names;
    }
}
