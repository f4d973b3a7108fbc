using System.Text.Json;
using ElastAlert.Delivery;
using ElastAlert.Engine.Reading;
using ElastAlert.Engine.Services;
using ElastAlert.Scheduling;
using ElastAlert.Scheduling.Cron;

namespace ElastAlert.Engine.Rules;

/// <summary>Puts together what runs one rule.</summary>
internal static class RuleParts
{
    /// <summary>Returns why a rule cannot run here, or <see langword="null"/>.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="catalog">What there is.</param>
    public static string? WhyNotSupported(Rule rule, ExtensionCatalog catalog)
    {
        if (!catalog.TryGetRuleType(rule.Type, out _))
            return $"The rule type '{rule.Type}' is not part of this engine: register it, or disable the rule.";
        if (rule.Alerters.FirstOrDefault(entry => !catalog.TryGetAlerter(entry.Name, out _)) is { } missing)
            return $"The alerter '{missing.Name}' is not part of this engine: register it, or take it from the rule.";
        return rule.Alerting.MatchEnhancements.Select(static item => item.Value as string ?? "")
            .FirstOrDefault(name => !catalog.TryGetEnhancement(name, out _)) is { } enhancement
            ? $"The enhancement '{enhancement}' is not part of this engine: register it, or take it from the rule."
            : null;
    }

    /// <summary>Returns how the windows of a rule follow each other.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="needs">What its rule type wants.</param>
    public static WindowKind Kind(Rule rule, RuleTypeNeeds needs) => rule.Query.Kind switch
    {
        QueryKind.Count or QueryKind.Terms => WindowKind.Contiguous,
        _ => needs.Aggregation is null ? WindowKind.Overlapping : WindowKind.Aggregation,
    };

    /// <summary>Makes the gate of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="needs">What its rule type wants.</param>
    /// <param name="data">The cluster of the rule.</param>
    /// <param name="services">What rules share.</param>
    public static RuleGate Gate(Rule rule, RuleTypeNeeds needs, IRuleData data, EngineServices services)
    {
        var dependencies = services.Dependencies;
        return new RuleGate(rule, needs, new GateServices
        {
            Silences = dependencies.Tuning.IsDebug ? null : dependencies.Silences,
            Enhancements = Enhancements(rule, dependencies),
            TopCounts = data,
            Links = dependencies.Links,
            Texts = [.. rule.Alerters.Select(entry => KeyValuePair.Create(entry, dependencies.Texts(rule, entry)))],
        });
    }

    /// <summary>Makes the delivery of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="services">What rules share.</param>
    /// <param name="holdLease">Returns whether this process may deliver.</param>
    public static RuleDelivery Delivery(Rule rule, EngineServices services, Func<CancellationToken, Task<bool>> holdLease)
    {
        var catalog = services.Dependencies.Catalog;
        var alerters = rule.Alerters.Select(entry =>
        {
            catalog.TryGetAlerter(entry.Name, out var registration);
            var alerter = services.CreateAlerter?.Invoke(rule, entry) ?? registration!.Create(new AlerterContext(rule, entry, services.Dependencies.Services)
            {
                Texts = services.Dependencies.Texts(rule, entry),
                Transports = services.Dependencies.Transports,
            });
            return (entry, alerter, registration!.UsesReceiptsOf);
        });
        return new RuleDelivery(rule, [.. alerters], new AlertRecords(rule, AlertInfo(rule, catalog)), services.Delivery with { HoldLease = holdLease });
    }

    /// <summary>Returns what finds the minutes in which a rule may run, or <see langword="null"/> where it always may.</summary>
    /// <param name="rule">The rule.</param>
    public static Func<DateTimeOffset, DateTimeOffset?>? ExecutionSchedule(Rule rule) =>
        rule.Schedule.LimitExecution is { } text && CronExpression.TryParse(text, out var cron, out _) ? cron.Next : null;

    private static List<KeyValuePair<string, IMatchEnhancement>> Enhancements(Rule rule, EngineDependencies dependencies)
    {
        var enhancements = new List<KeyValuePair<string, IMatchEnhancement>>();
        foreach (var name in rule.Alerting.MatchEnhancements.Select(static item => item.Value as string ?? ""))
        {
            if (dependencies.Catalog.TryGetEnhancement(name, out var registration))
                enhancements.Add(new(name, registration.Create(rule, dependencies.Services)));
        }

        return enhancements;
    }

    private static IReadOnlyDictionary<string, JsonElement> AlertInfo(Rule rule, ExtensionCatalog catalog)
    {
        if (rule.Alerters.Count == 0)
            return new Dictionary<string, JsonElement>();
        var entry = rule.Alerters[0];
        catalog.TryGetAlerter(entry.Name, out var registration);
        return registration?.Describe?.Invoke(entry)
            ?? new Dictionary<string, JsonElement> { ["type"] = Values.JsonValue.Of(entry.Name) };
    }
}
