namespace ElastAlert.Configuration;

/// <summary>Knows the options that are read and checked, but whose behaviour this engine does not have yet. The table shrinks.</summary>
internal static class NotInEffectYet
{
    private static readonly Dictionary<string, string> Options = new(StringComparer.Ordinal)
    {
        ["statsd_host"] = "Figures are published as .NET metrics only.",
    };

    public static void Warn(OptionReader reader)
    {
        foreach (var option in reader.Options.Entries)
        {
            if (Options.TryGetValue(option.Key, out var consequence) && !option.Value.IsFalsy)
                reader.Problems.Warn(option.KeyLocation, option.Key, $"is not in effect yet. {consequence}");
        }
    }
}
