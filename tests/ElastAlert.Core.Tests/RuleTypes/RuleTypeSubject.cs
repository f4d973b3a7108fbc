using System.Globalization;
using System.Text.Json;
using ElastAlert.Core.Tests.RuleTypes.Vectors;
using ElastAlert.Hosting;
using ElastAlert.Testing;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.RuleTypes;

/// <summary>Is a rule type under test, fed with documents at seconds after a beginning; what it matches is named by the ids of the documents.</summary>
internal sealed class RuleTypeSubject
{
    private readonly Rule _rule;
    private readonly RuleTypeRegistration _registration;
    private IRuleType _type;

    public RuleTypeSubject(string type, string options)
    {
        _registration = BuiltInRuleTypes.All.Single(item => item.Name == type);
        _rule = VectorRule.Load(_registration, JsonElement.Parse(options)).Rule;
        _type = Create();
    }

    /// <summary>Goes on with a new instance that takes over what the one before has saved; it has saved nothing before.</summary>
    public void Restart()
    {
        var parts = ((IRuleTypeState)_type).Save();
        _type = Create();
        ((IRuleTypeState)_type).Restore(parts);
    }

    /// <summary>Feeds a page of documents, each written as <c>second id key value</c>; <c>-</c> stands for no key, no value is none.</summary>
    /// <returns>The ids of the matches; of one that is no document, its second and key.</returns>
    public IReadOnlyList<string> Feed(params IEnumerable<string> documents) =>
        Names(Evaluate(new RuleInput.Hits([.. documents.Select(Hit)])));

    /// <summary>Feeds a part of a page of documents, written as for <see cref="Feed"/>.</summary>
    public IReadOnlyList<string> FeedPortion(params IEnumerable<string> documents) =>
        Names(Evaluate(new RuleInput.Hits([.. documents.Select(Hit)]) { IsPortion = true }));

    /// <summary>Feeds a page of documents, written as for <see cref="Feed"/>.</summary>
    public IReadOnlyList<RuleMatch> Matches(params IEnumerable<string> documents) => Evaluate(new RuleInput.Hits([.. documents.Select(Hit)]));

    /// <summary>Feeds the number of documents per key at a second.</summary>
    public IReadOnlyList<string> Terms(double second, params IEnumerable<(string Key, long Count)> buckets) =>
        Names(Evaluate(new RuleInput.Terms(At(second), [.. buckets.Select(static bucket => new TermsBucket(new FieldValue(JsonValue.Of(bucket.Key)), bucket.Count))])));

    /// <summary>Feeds the answer to an aggregation at a second.</summary>
    public IReadOnlyList<string> Aggregation(double second, string answer) => Names(AggregationMatches(second, answer));

    /// <summary>Feeds the answer to an aggregation at a second.</summary>
    public IReadOnlyList<RuleMatch> AggregationMatches(double second, string answer) =>
        Evaluate(new RuleInput.Aggregation(At(second), JsonElement.Parse(answer)));

    /// <summary>Says that everything up to a second was fed.</summary>
    public IReadOnlyList<string> End(double second) => Names(EndMatches(second));

    /// <summary>Says that everything up to a second was fed.</summary>
    public IReadOnlyList<RuleMatch> EndMatches(double second) => Evaluate(new RuleInput.WindowEnd(At(second)));

    private static DateTimeOffset At(double second) => Some.Moment + TimeSpan.FromMicroseconds(Math.Round(second * 1_000_000));

    private static Hit Hit(string document)
    {
        var words = document.Split(' ');
        var at = At(double.Parse(words[0], CultureInfo.InvariantCulture));
        var fields = Document.Parse($$"""{ "@timestamp": "{{IsoTime.Format(at)}}", "id": "{{words[1]}}" }""");
        if (words.Length > 2 && words[2] != "-")
            fields = fields.With("k", words[2]);
        if (words.Length > 3)
            fields = fields.With("v", JsonElement.Parse(words[3]));
        return new Hit(words[1], "", at, fields);
    }

    private static string Name(RuleMatch match) => match.Fields.Find("id").AsText()
        ?? string.Create(CultureInfo.InvariantCulture, $"{(match.Timestamp - Some.Moment).TotalSeconds}{(match.Fields.Find("key") is { IsMissing: false } key ? " " + key : match.Fields.Find("k") is { IsMissing: false } name ? " " + name : "")}");

    private static IReadOnlyList<string> Names(IReadOnlyList<RuleMatch> matches) => [.. matches.Select(Name)];

    private IRuleType Create() => _registration.Create(new RuleTypeContext(_rule, NoServices.Instance));

    private IReadOnlyList<RuleMatch> Evaluate(RuleInput input) => _type.Evaluate(input);
}
