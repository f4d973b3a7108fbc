using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

using ElastAlert.Values;

namespace ElastAlert.Hosting;

/// <summary>Writes a rule in code: the same options as a rule file, checked in the same way.</summary>
public sealed class RuleBuilder
{
    private readonly List<OptionValue> _filter = [];
    private readonly List<OptionValue> _alert = [];
    private readonly List<OptionValue> _enhancements = [];
    private OptionMap _options = OptionMap.Empty;

    internal RuleBuilder(string name) => Set("name", name);

    /// <summary>Sets the index expression.</summary>
    /// <param name="index">Names, patterns, or several of them joined with commas.</param>
    public RuleBuilder Index(string index) => Set("index", index);

    /// <summary>Adds a filter that documents must pass; see <see cref="Query"/>.</summary>
    /// <param name="query">A query in JSON.</param>
    public RuleBuilder Filter(JsonElement query)
    {
        _filter.Add(OptionOf(query));
        return this;
    }

    /// <summary>Sets the rule type by its name.</summary>
    /// <param name="name">The name, such as <c>flatline</c> or that of a registered rule type.</param>
    public RuleBuilder Type(string name) => Set("type", name);

    /// <summary>Makes every document a match.</summary>
    public RuleBuilder Any() => Type("any");

    /// <summary>Makes a number of documents within a time a match.</summary>
    /// <param name="numEvents">The number, at least 1.</param>
    /// <param name="timeframe">The time.</param>
    public RuleBuilder Frequency(int numEvents, TimeSpan timeframe) =>
        Type("frequency").Set("num_events", numEvents).Set("timeframe", timeframe);

    /// <summary>Sets the fields whose values are looked at, and silenced, one by one.</summary>
    /// <param name="fields">The fields.</param>
    public RuleBuilder QueryKey(params string[] fields) =>
        Set("query_key", OptionValue.Of([.. fields.Select(field => OptionValue.Of(field, Place))], Place));

    /// <summary>Sets how long a key is silent after an alert.</summary>
    /// <param name="time">The time; zero for never.</param>
    public RuleBuilder Realert(TimeSpan time) => Set("realert", time);

    /// <summary>Sets the time between two runs.</summary>
    /// <param name="time">The time.</param>
    public RuleBuilder RunEvery(TimeSpan time) => Set("run_every", time);

    /// <summary>Sets how far a run looks back.</summary>
    /// <param name="time">The time.</param>
    public RuleBuilder BufferTime(TimeSpan time) => Set("buffer_time", time);

    /// <summary>Adds an alerter.</summary>
    /// <param name="alerter">Its name.</param>
    public RuleBuilder Alert(string alerter)
    {
        _alert.Add(OptionValue.Of(alerter, Place));
        return this;
    }

    /// <summary>Adds an alerter with options of its own.</summary>
    /// <param name="alerter">Its name.</param>
    /// <param name="options">The options, as a rule file would name them.</param>
    public RuleBuilder Alert(string alerter, OptionMap options)
    {
        _alert.Add(OptionValue.Of(OptionMap.Empty.With(alerter, OptionValue.Of(options, Place)), Place));
        return this;
    }

    /// <summary>Adds an alerter with options of its own.</summary>
    /// <param name="alerter">Its name.</param>
    /// <param name="options">The options; each public property becomes the option of its name, <c>ApiKey</c> becomes <c>api_key</c>.</param>
    /// <typeparam name="TOptions">The type that the alerter was registered with.</typeparam>
    public RuleBuilder Alert<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        string alerter, TOptions options)
        where TOptions : class => Alert(alerter, OptionsWriter.Write(options, Place));

    /// <summary>Adds a match enhancement.</summary>
    /// <param name="name">Its name.</param>
    public RuleBuilder Enhance(string name)
    {
        _enhancements.Add(OptionValue.Of(name, Place));
        return this;
    }

    /// <summary>Sets any option of a rule file.</summary>
    /// <param name="key">The option.</param>
    /// <param name="value">The value.</param>
    public RuleBuilder Set(string key, OptionValue value)
    {
        _options = _options.With(key, value);
        return this;
    }

    /// <summary>Sets any option of a rule file.</summary>
    /// <param name="key">The option.</param>
    /// <param name="value">The value.</param>
    public RuleBuilder Set(string key, string value) => Set(key, OptionValue.Of(value, Place));

    /// <summary>Sets any option of a rule file.</summary>
    /// <param name="key">The option.</param>
    /// <param name="value">The value.</param>
    public RuleBuilder Set(string key, long value) => Set(key, OptionValue.Of(value, Place));

    /// <summary>Sets any option of a rule file.</summary>
    /// <param name="key">The option.</param>
    /// <param name="value">The value.</param>
    public RuleBuilder Set(string key, bool value) => Set(key, OptionValue.Of(value, Place));

    /// <summary>Sets any duration of a rule file.</summary>
    /// <param name="key">The option.</param>
    /// <param name="value">The value.</param>
    public RuleBuilder Set(string key, TimeSpan value) => Set(key, OptionsWriter.Duration(value, Place));

    internal static SourceLocation Place { get; } = new("rule in code", 0, 0);

    internal OptionMap Build()
    {
        var options = _options;
        if (_filter.Count > 0)
            options = options.With("filter", OptionValue.Of([.. _filter], Place));
        if (_alert.Count > 0)
            options = options.With("alert", OptionValue.Of([.. _alert], Place));
        if (_enhancements.Count > 0)
            options = options.With("match_enhancements", OptionValue.Of([.. _enhancements], Place));
        return options;
    }

    private static OptionValue OptionOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => OptionValue.Of(
            OptionMap.Create(json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, OptionOf(member.Value)))), Place),
        JsonValueKind.Array => OptionValue.Of([.. json.EnumerateArray().Select(OptionOf)], Place),
        JsonValueKind.String => OptionValue.Of(json.GetString()!, Place),
        JsonValueKind.True or JsonValueKind.False => OptionValue.Of(json.GetBoolean(), Place),
        JsonValueKind.Number => new FieldValue(json).ToText().AsSpan().IndexOfAny('.', 'e') >= 0
            ? OptionValue.Of(json.GetDouble(), Place)
            : OptionValue.Of(System.Numerics.BigInteger.Parse(json.GetRawText(), System.Globalization.CultureInfo.InvariantCulture), Place),
        _ => OptionValue.Null(Place),
    };
}
