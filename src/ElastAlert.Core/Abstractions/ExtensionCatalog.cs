using System.Diagnostics.CodeAnalysis;

namespace ElastAlert;

/// <summary>Is the set of rule types, alerters and enhancements that an engine knows, by name.</summary>
/// <param name="ruleTypes">The rule types; of several with one name, the last wins.</param>
/// <param name="alerters">The alerters; of several with one name, the last wins.</param>
/// <param name="enhancements">The enhancements; of several with one name, the last wins.</param>
public sealed class ExtensionCatalog(
    IEnumerable<RuleTypeRegistration> ruleTypes,
    IEnumerable<AlerterRegistration> alerters,
    IEnumerable<EnhancementRegistration> enhancements)
{
    private readonly Dictionary<string, RuleTypeRegistration> _ruleTypes = ByName(ruleTypes, static type => type.Name);
    private readonly Dictionary<string, AlerterRegistration> _alerters = ByName(alerters, static alerter => alerter.Name);
    private readonly Dictionary<string, EnhancementRegistration> _enhancements = ByName(enhancements, static item => item.Name);

    /// <summary>Gets the names of the rule types.</summary>
    public IReadOnlyCollection<string> RuleTypes => _ruleTypes.Keys;

    /// <summary>Gets the names of the alerters.</summary>
    public IReadOnlyCollection<string> Alerters => _alerters.Keys;

    /// <summary>Gets the names of the enhancements.</summary>
    public IReadOnlyCollection<string> Enhancements => _enhancements.Keys;

    /// <summary>Finds a rule type.</summary>
    /// <param name="name">The name.</param>
    /// <param name="registration">The rule type.</param>
    public bool TryGetRuleType(string name, [NotNullWhen(true)] out RuleTypeRegistration? registration) =>
        _ruleTypes.TryGetValue(name, out registration);

    /// <summary>Finds an alerter.</summary>
    /// <param name="name">The name.</param>
    /// <param name="registration">The alerter.</param>
    public bool TryGetAlerter(string name, [NotNullWhen(true)] out AlerterRegistration? registration) =>
        _alerters.TryGetValue(name, out registration);

    /// <summary>Finds an enhancement.</summary>
    /// <param name="name">The name.</param>
    /// <param name="registration">The enhancement.</param>
    public bool TryGetEnhancement(string name, [NotNullWhen(true)] out EnhancementRegistration? registration) =>
        _enhancements.TryGetValue(name, out registration);

    private static Dictionary<string, T> ByName<T>(IEnumerable<T> items, Func<T, string> name)
    {
        ArgumentNullException.ThrowIfNull(items);
        var result = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
            result[name(item)] = item;
        return result;
    }
}
