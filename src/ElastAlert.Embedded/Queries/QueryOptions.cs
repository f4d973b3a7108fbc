using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Queries;

/// <summary>Holds the options of a query body; each one that is not asked for is an error.</summary>
internal sealed class QueryOptions
{
    private readonly string _query;
    private readonly Dictionary<string, JsonElement> _options = new(StringComparer.Ordinal);

    public QueryOptions(string query, JsonElement body)
    {
        _query = query;
        if (body.ValueKind != JsonValueKind.Object)
            throw RequestFailure.Parsing($"[{query}] query malformed, no start_object after query name");
        foreach (var option in body.EnumerateObject())
            _options[option.Name] = option.Value;
    }

    private QueryOptions(string query, Dictionary<string, JsonElement> options)
    {
        _query = query;
        _options = options;
    }

    /// <summary>Reads <c>{"field": value}</c> or <c>{"field": {"value": value, options}}</c>.</summary>
    public static (string Field, QueryOptions Options) ForField(string query, JsonElement body, params ReadOnlySpan<string> valueNames)
    {
        var outer = new QueryOptions(query, body);
        outer.Ignore("boost", "_name");
        if (outer._options.Count != 1)
            throw RequestFailure.Parsing($"[{query}] query doesn't support multiple fields");
        var (field, value) = outer._options.Single();
        var inner = value.ValueKind == JsonValueKind.Object
            ? new QueryOptions(query, value)
            : new QueryOptions(query, new Dictionary<string, JsonElement> { [valueNames[0]] = value });
        foreach (var name in valueNames[1..])
        {
            if (inner._options.Remove(name, out var named))
                inner._options[valueNames[0]] = named;
        }

        inner.Ignore("boost", "_name");
        return (field, inner);
    }

    public JsonElement? Take(string name) => _options.Remove(name, out var value) ? value : null;

    public string? TakeText(string name) =>
        Take(name) is { ValueKind: not JsonValueKind.Null } value ? Scalars.Text(value) : null;

    public bool TakeFlag(string name, bool fallback = false) => TakeText(name) is { } text ? text == "true" : fallback;

    public JsonElement Require(string name) =>
        Take(name) ?? throw RequestFailure.Parsing($"[{_query}] requires [{name}]");

    public string RequireText(string name) => Scalars.Text(Require(name));

    /// <summary>Drops options that change scores or speed, but not which documents match.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            _options.Remove(name);
    }

    /// <summary>Drops an option when it says what holds anyway.</summary>
    public void Allow(string name, params ReadOnlySpan<string> values)
    {
        if (_options.TryGetValue(name, out var value) && values.Contains(Scalars.Text(value)))
            _options.Remove(name);
    }

    /// <summary>Refuses what nobody has asked for.</summary>
    public void End()
    {
        foreach (var (name, value) in _options)
            throw RequestFailure.Unsupported($"[{name}] with the value {value.GetRawText()} in the query [{_query}]");
    }
}
