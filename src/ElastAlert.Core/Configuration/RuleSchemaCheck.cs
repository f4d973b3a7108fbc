using ElastAlert.Configuration.Schema;

namespace ElastAlert.Configuration;

/// <summary>Checks what a rule file itself says, before any default is laid under it.</summary>
internal static class RuleSchemaCheck
{
    private static readonly string[] Required = ["type", "index", "alert"];

    public static void Check(OptionReader reader, SourceLocation source)
    {
        foreach (var key in Required.Where(key => !reader.Has(key)))
            reader.Problems.Error(source, key, "is missing.", $"Add {key} to the rule, or to a file that it imports; a global default does not count.");
        var type = reader.Has("type") ? reader.Text("type") : null;
        var own = type is null ? null : OptionSchema.Reference.RuleTypes.GetValueOrDefault(type);
        foreach (var option in reader.Options.Entries)
            CheckOption(reader.Problems, own, option);
    }

    // The options of other types may be anything: nothing reads them.
    private static void CheckOption(ProblemList problems, RuleTypeSchema? type, OptionMember option)
    {
        ValueShape? shape = null;
        if (type?.Options.TryGetValue(option.Key, out shape) != true && !OptionSchema.Reference.Options.TryGetValue(option.Key, out shape))
            return;
        if (shape!.Find(option.Value) is { } mismatch)
            ShapeProblem.Add(problems, option.Key, option.KeyLocation, mismatch);
    }
}
