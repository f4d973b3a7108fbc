using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.RuleTypes.Docs;

/// <summary>Matches when a field of a key was above a limit several times in a row.</summary>
internal sealed class StreakRuleType(Rule rule) : IRuleType, IRuleTypeState
{
    private readonly FieldPath _timestamp = FieldPath.Parse(rule.Timestamp.Field);
    private readonly FieldPath _field = FieldPath.Parse(rule.Options.Text("streak_field")!);
    private readonly double _limit = (long)rule.Options["streak_limit"].Value!;
    private readonly long _length = (long)rule.Options["streak_length"].Value!;
    private readonly Dictionary<FieldKey, long> _streaks = [];
    private bool _isChanged;

    public static RuleTypeRegistration Registration { get; } = new()
    {
        Name = "streak",
        RequiredOptions = ["streak_field", "streak_limit", "streak_length"],
        Validate = Validate,
        Describe = static rule => new RuleTypeNeeds { Fields = [rule.Options.Text("streak_field")!] },
        Summarize = static (rule, match) => $"{rule.Options.Text("streak_field")} was too high {match.Find("streak").ToText()} times in a row\n\n",
        Create = static context => new StreakRuleType(context.Rule),
    };

    public IReadOnlyList<RuleMatch> Evaluate(RuleInput input)
    {
        var matches = new List<RuleMatch>();
        if (input is not RuleInput.Hits hits)
            return matches;
        foreach (var hit in hits.Items)
        {
            if (Continue(hit) is { } match)
                matches.Add(match);
        }

        return matches;
    }

    // One small part. A type with many keys spreads them over parts, and returns those that changed.
    public IReadOnlyList<StatePart> Save()
    {
        if (!_isChanged)
            return [];
        _isChanged = false;
        var content = JsonValue.Write(_streaks, static (writer, streaks) =>
        {
            writer.WriteStartObject();
            foreach (var (key, streak) in streaks)
                writer.WriteNumber(key.ToString(), streak);
            writer.WriteEndObject();
        });
        return [new StatePart("streaks-v1", System.Text.Encoding.UTF8.GetBytes(content.GetRawText()))];
    }

    public void Restore(IReadOnlyList<StatePart> parts)
    {
        if (parts.Any(static part => part.Name != "streaks-v1"))
            throw new StateFormatException("The streaks were saved by another version.");
        foreach (var streak in parts.SelectMany(static part => JsonElement.Parse(part.Content.Span).EnumerateObject()))
            _streaks[FieldKey.Parse(streak.Name)] = streak.Value.GetInt64();
    }

    private RuleMatch? Continue(in Hit hit)
    {
        var key = rule.Query.QueryKey is { } name ? hit.Fields.Find(name).ToKey() : default;
        var streak = _field.Find(hit.Fields).AsNumber() > _limit ? _streaks.GetValueOrDefault(key) + 1 : 0;
        _streaks[key] = streak;
        _isChanged = true;
        if (streak != _length)
            return null;
        var match = RuleMatch.Create(hit.Fields.With("streak", streak), _timestamp, hit.Timestamp);
        return match with { Summary = Registration.Summarize(rule, match.Fields) };
    }

    private static IEnumerable<RuleProblem> Validate(Rule rule)
    {
        foreach (var key in new[] { "streak_limit", "streak_length" })
        {
            if (rule.Options[key] is { Value: not long } option)
                yield return new RuleProblem(RuleProblemSeverity.Error, option.Location, "must be a whole number.") { Rule = rule.Name, Key = key };
        }
    }
}
