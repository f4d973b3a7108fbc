using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Gives texts the options of a rule, as one entry of its <c>alert</c> list sees them; spans of time are durations.</summary>
internal sealed class RuleVariables
{
    private static readonly string[] WrittenDurations =
    [
        "kibana_discover_from_timedelta", "kibana_discover_to_timedelta", "opensearch_discover_from_timedelta", "opensearch_discover_to_timedelta",
    ];

    private readonly OptionMap _options;
    private readonly Dictionary<string, object?> _typed = new(StringComparer.Ordinal);

    public RuleVariables(Rule rule, AlerterEntry entry)
    {
        _options = entry.Options;
        _typed["name"] = rule.Name;
        Add("run_every", rule.Schedule.RunEvery);
        Add("buffer_time", rule.Schedule.BufferTime);
        Add("query_delay", rule.Schedule.QueryDelay);
        Add("timeframe", rule.Schedule.Timeframe);
        Add("realert", rule.Alerting.Realert);
        Add("exponential_realert", rule.Alerting.ExponentialRealert);
        if (rule.Alerting.Aggregation?.Schedule is null)
            Add("aggregation", rule.Alerting.Aggregation?.Duration ?? TimeSpan.Zero);
        foreach (var name in WrittenDurations)
            Add(name, DurationOption.Read(_options, name));
        AddDefaults(rule);
    }

    /// <summary>Gets the names of all options.</summary>
    public IEnumerable<string> Names => _options.Keys.Union(_typed.Keys);

    /// <summary>Finds an option.</summary>
    public bool TryGet(string name, PythonComparer comparer, out object? value)
    {
        if (_typed.TryGetValue(name, out value))
            return true;
        if (!_options.TryGetValue(name, out var option))
            return false;
        value = PythonValue.FromOption(option, comparer);
        return true;
    }

    private void Add(string name, TimeSpan? duration)
    {
        if (duration is { } value)
            _typed[name] = new PythonDuration(value);
    }

    /// <summary>Rules that were made without files have their options in properties only.</summary>
    private void AddDefaults(Rule rule)
    {
        (string Name, object? Value)[] defaults =
        [
            ("description", rule.Description), ("owner", rule.Owner), ("category", rule.Category), ("priority", (long)rule.Priority),
            ("type", rule.Type), ("index", rule.Query.Index), ("query_key", rule.Query.QueryKey), ("timestamp_field", rule.Timestamp.Field),
            ("use_local_time", rule.Timestamp.UseLocalTime), ("realert_key", rule.Alerting.RealertKey), ("query_timezone", ""),
        ];
        foreach (var (name, value) in defaults)
        {
            if (value is not null && !_options.ContainsKey(name))
                _typed[name] = value;
        }
    }
}
