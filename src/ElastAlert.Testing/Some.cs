using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Testing;

/// <summary>Makes things that a test needs but does not care about; what it does care about, it says with <c>with</c>.</summary>
public static class Some
{
    /// <summary>Gets the moment at which hits and matches happen when the test does not say.</summary>
    public static DateTimeOffset Moment { get; } = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Makes a hit.</summary>
    /// <param name="json">The source as a JSON object; <c>@timestamp</c>, <c>_id</c> and <c>_index</c> are added where absent.</param>
    /// <param name="at">The moment.</param>
    /// <param name="id">The id of the document.</param>
    /// <param name="index">The index.</param>
    public static Hit Hit(string json = "{}", DateTimeOffset? at = null, string id = "1", string index = "logs")
    {
        var fields = WithMember(WithMember(Fields(json, at), "_id", id), "_index", index);
        return new Hit(id, index, at ?? Moment, fields);
    }

    /// <summary>Makes a match.</summary>
    /// <param name="json">The fields as a JSON object; <c>@timestamp</c> is added where absent.</param>
    /// <param name="at">The moment.</param>
    public static RuleMatch Match(string json = "{}", DateTimeOffset? at = null) =>
        new() { Fields = Fields(json, at), Timestamp = at ?? Moment };

    /// <summary>Makes a rule over <c>logs-*</c> with a timeframe of ten minutes.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">The rule type.</param>
    /// <param name="optionsJson">The options as a JSON object.</param>
    public static Rule Rule(string name = "test rule", string type = "any", string optionsJson = "{}") => new()
    {
        Name = name,
        Type = type,
        Query = new RuleQuery { Index = "logs-*" },
        Schedule = new RuleSchedule
        {
            RunEvery = TimeSpan.FromMinutes(1),
            BufferTime = TimeSpan.FromMinutes(15),
            Timeframe = TimeSpan.FromMinutes(10),
        },
        Alerting = new RuleAlerting { RealertKey = name },
        Connection = Connection(),
        Options = Options(optionsJson),
        Source = new SourceLocation("rules/test.yaml", 1, 1),
        Fingerprint = name,
    };

    /// <summary>Makes an alert.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="matches">The matches; without any, one is made.</param>
    public static Alert Alert(Rule? rule = null, params IReadOnlyList<RuleMatch> matches)
    {
        rule ??= Rule();
        return new Alert
        {
            Id = $"{rule.Name}/1/0",
            DedupKey = rule.Name,
            Rule = rule,
            Matches = matches is { Count: > 0 } ? matches : [Match()],
            Subject = rule.Name,
            Body = rule.Name + "\n\n",
            AlertTime = Moment,
        };
    }

    /// <summary>Makes an entry of the <c>alert</c> list of a rule.</summary>
    /// <param name="name">The alerter.</param>
    /// <param name="optionsJson">The options as a JSON object.</param>
    public static AlerterEntry Entry(string name, string optionsJson = "{}") =>
        new() { Name = name, Index = 0, Options = Options(optionsJson) };

    /// <summary>Makes connection options that lead nowhere.</summary>
    public static ConnectionOptions Connection() => new() { Nodes = [new Uri("http://search.invalid:9200")], Host = "search.invalid" };

    /// <summary>Makes options of JSON.</summary>
    /// <param name="json">A JSON object.</param>
    public static OptionMap Options(string json) => Option(JsonElement.Parse(json)).Members;

    /// <summary>Makes the value of an option of JSON.</summary>
    /// <param name="json">The value.</param>
    public static OptionValue Option(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => OptionValue.Of(json.GetString()!),
        JsonValueKind.True => OptionValue.Of(true),
        JsonValueKind.False => OptionValue.Of(false),
        JsonValueKind.Number => json.TryGetInt64(out var integer) ? OptionValue.Of(integer) : OptionValue.Of(json.GetDouble()),
        JsonValueKind.Array => OptionValue.Of([.. json.EnumerateArray().Select(Option)]),
        JsonValueKind.Object => OptionValue.Of(OptionMap.Create(
            json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Option(member.Value))))),
        _ => OptionValue.Null(),
    };

    private static Document Fields(string json, DateTimeOffset? at) =>
        WithMember(Document.Parse(json), "@timestamp", IsoTime.Format(at ?? Moment));

    private static Document WithMember(Document fields, string name, string value) =>
        fields.TryGetMember(name, out _) ? fields : fields.With(name, value).ToOwned();
}
