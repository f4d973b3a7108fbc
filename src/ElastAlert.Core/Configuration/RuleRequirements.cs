using ElastAlert.Configuration.Schema;

namespace ElastAlert.Configuration;

/// <summary>Checks that a rule's type, alerters and enhancements exist and have what they need.</summary>
internal sealed class RuleRequirements(ExtensionCatalog catalog)
{
    public void CheckType(OptionReader reader, string type)
    {
        var known = OptionSchema.Reference.RuleTypes.GetValueOrDefault(type);
        var isRegistered = catalog.TryGetRuleType(type, out var registration);
        if (!isRegistered && known is not null)
            reader.Problems.NotSupported(reader.Place("type"), "type", $"The rule type '{type}' is not part of this engine yet; the rule does not start.");
        else if (!isRegistered)
            reader.Problems.Error(reader.Value("type")!.Location, "type", $"names the rule type '{type}', which does not exist.", TypeCure(type));
        foreach (var option in (known?.Required ?? []).Concat(registration?.RequiredOptions ?? []).Distinct().Where(option => !reader.Has(option)))
            reader.Problems.Error(reader.Place("type"), option, $"is missing, which a rule of type '{type}' needs.", $"Add {option}.");
        if (known is { OneOf.Count: > 0 } && !known.OneOf.Any(reader.Has))
            reader.Problems.Error(reader.Place("type"), known.OneOf[0], $"A rule of type '{type}' needs at least one of {string.Join(", ", known.OneOf)}.", "Add one of them.");
    }

    public void CheckAlerter(OptionReader reader, AlerterEntry entry)
    {
        var known = OptionSchema.Reference.Alerters.GetValueOrDefault(entry.Name);
        var isRegistered = catalog.TryGetAlerter(entry.Name, out var registration);
        var key = $"alert[{entry.Index}]";
        if (!isRegistered && known is not null)
            reader.Problems.NotSupported(Place(reader, entry), key, $"The alerter '{entry.Name}' is not part of this engine yet; the rule does not start.");
        else if (!isRegistered)
            reader.Problems.Error(Place(reader, entry), key, $"names the alerter '{entry.Name}', which does not exist.", AlerterCure(entry.Name));
        foreach (var option in (known?.Required ?? []).Concat(registration?.RequiredOptions ?? []).Distinct().Where(option => !entry.Options.ContainsKey(option)))
            reader.Problems.Error(Place(reader, entry), option, $"is missing, which the alerter '{entry.Name}' needs.", $"Add {option} to the rule, to the entry, or to the global configuration.");
    }

    public void CheckEnhancements(OptionReader reader, IReadOnlyList<OptionValue> enhancements)
    {
        foreach (var enhancement in enhancements)
        {
            if (enhancement.Value is not string name || catalog.TryGetEnhancement(name, out _))
                continue;
            if (name == "TimeEnhancement")
                reader.Problems.NotSupported(enhancement.Location, "match_enhancements", "TimeEnhancement is not part of this engine yet; the rule does not start.");
            else
                reader.Problems.Error(enhancement.Location, "match_enhancements", $"names the enhancement '{name}', which does not exist.", Cure(name, "an enhancement", catalog.Enhancements));
        }
    }

    /// <summary>Returns the ways in which a type can be asked; for a type of the host's own, its description decides later.</summary>
    public static IReadOnlyList<QueryKind> Queries(string type) =>
        OptionSchema.Reference.RuleTypes.TryGetValue(type, out var known) ? known.Queries : [QueryKind.Hits, QueryKind.Count, QueryKind.Terms];

    private static SourceLocation Place(OptionReader reader, AlerterEntry entry)
    {
        var alert = reader.Value("alert");
        var item = alert is { Kind: OptionKind.List } && entry.Index < alert.Items.Count ? alert.Items[entry.Index] : alert;
        return item?.Location ?? reader.Place("alert");
    }

    private string TypeCure(string type) => Cure(type, "a rule type", catalog.RuleTypes.Concat(OptionSchema.Reference.RuleTypes.Keys));

    private string AlerterCure(string name) => name switch
    {
        "ms_teams" => "ElastAlert 2 removed it in version 2.30; use ms_power_automate.",
        "linenotify" => "The service was closed; use line.",
        "hipchat" or "stride" => "The service was closed; use another alerter.",
        "simple" => "It is called post now.",
        _ => Cure(name, "an alerter", catalog.Alerters.Concat(OptionSchema.Reference.Alerters.Keys)),
    };

    private static string Cure(string name, string kind, IEnumerable<string> known)
    {
        if (name.Contains('.', StringComparison.Ordinal) && name.All(static letter => char.IsLetterOrDigit(letter) || letter is '.' or '_'))
            return $"It is a Python class; write {kind} in .NET and register it in the host under this name.";
        return NearestName.Of(name, known) is { } nearest ? $"Did you mean {nearest}?" : "Correct the name.";
    }
}
