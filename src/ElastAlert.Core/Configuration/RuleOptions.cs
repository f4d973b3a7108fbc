namespace ElastAlert.Configuration;

/// <summary>Lays a rule's own options over the global ones and the defaults, and joins the names of compound keys.</summary>
internal static class RuleOptions
{
    public static OptionMap Merge(OptionMap own, GlobalOptions global, string name, SourceLocation source, bool isFile)
    {
        var merged = own.Overlay(OptionMap.FromEntries(ConnectionReader.Inherit(global.Options, own).Entries.Where(option => !own.ContainsKey(option.Key))));
        return OptionReferences.Resolve(Joined(Defaulted(merged, name, source, isFile)));
    }

    private static OptionMap Defaulted(OptionMap options, string name, SourceLocation source, bool isFile)
    {
        var defaults = new List<OptionMember>();
        void Default(string key, OptionValue value) => defaults.Add(new OptionMember(key, value, source));
        Default("name", OptionValue.Of(name, source));
        Default("realert_key", OptionValue.Of(options.Text("name") ?? name, source));
        Default("timestamp_field", OptionValue.Of("@timestamp", source));
        Default("timestamp_type", OptionValue.Of("iso", source));
        Default("timestamp_format", OptionValue.Of("%Y-%m-%dT%H:%M:%SZ", source));
        Default("filter", OptionValue.Of([], source));
        Default("_source_enabled", OptionValue.Of(true, source));
        Default("use_local_time", OptionValue.Of(true, source));
        Default("description", OptionValue.Of("", source));
        Default("owner", OptionValue.Of("", source));
        Default("category", OptionValue.Of("", source));
        Default("priority", OptionValue.Of(2, source));
        Default("jinja_root_name", OptionValue.Of("_data", source));
        if (isFile)
            Default("rule_file", OptionValue.Of(source.File, source));
        return OptionMap.FromEntries(options.Entries.Concat(defaults.Where(option => !options.ContainsKey(option.Key))));
    }

    private static OptionMap Joined(OptionMap options) => Joined(Joined(options, "query_key"), "aggregation_key");

    // A list of one query key is that key, an empty one is none; a list aggregation key is compound whatever its length.
    private static OptionMap Joined(OptionMap options, string key)
    {
        if (!options.TryGetValue(key, out var value) || value.Kind != OptionKind.List || value.Items.Any(static item => item.Kind != OptionKind.Text))
            return options;
        var names = options.Texts(key);
        if (names.Count == 0)
            return options.Without(key);
        var joined = options.With(key, OptionValue.Of(string.Join(',', names), value.Location));
        return names.Count == 1 && key == "query_key" ? joined : joined.With("compound_" + key, value);
    }
}
