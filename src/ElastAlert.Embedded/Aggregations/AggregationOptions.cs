using System.Globalization;
using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Holds the options of an aggregation body; each one that is not asked for is an error.</summary>
internal sealed class AggregationOptions
{
    private readonly string _kind;
    private readonly Dictionary<string, JsonElement> _options = new(StringComparer.Ordinal);

    public AggregationOptions(string kind, JsonElement body)
    {
        _kind = kind;
        if (body.ValueKind != JsonValueKind.Object)
            throw RequestFailure.Parsing($"Expected [START_OBJECT] under the aggregation [{kind}]");
        foreach (var option in body.EnumerateObject())
            _options[option.Name] = option.Value;
    }

    public JsonElement? Take(string name) => _options.Remove(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public string? TakeText(string name) => Take(name) is { } value ? Scalars.Text(value) : null;

    public bool TakeFlag(string name, bool fallback = false) => TakeText(name) is { } text ? text == "true" : fallback;

    public double? TakeNumber(string name) =>
        TakeText(name) is { } text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    public int TakeCount(string name, int fallback) => TakeNumber(name) is { } number ? (int)number : fallback;

    public JsonElement Require(string name) =>
        Take(name) ?? throw RequestFailure.Illegal($"Required [{name}] of the aggregation [{_kind}] is missing");

    public string RequireText(string name) => Scalars.Text(Require(name));

    /// <summary>Drops options that change how the server works, but not what it answers.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            _options.Remove(name);
    }

    /// <summary>Refuses what nobody has asked for.</summary>
    public void End()
    {
        foreach (var (name, value) in _options)
            throw RequestFailure.Unsupported($"[{name}] with the value {value.GetRawText()} in the aggregation [{_kind}]");
    }
}
