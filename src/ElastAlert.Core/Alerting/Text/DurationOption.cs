namespace ElastAlert.Alerting.Text;

/// <summary>Reads options that hold a span of time: <c>{minutes: 10}</c>.</summary>
internal static class DurationOption
{
    private static readonly Dictionary<string, long> Units = new(StringComparer.Ordinal)
    {
        ["weeks"] = 7 * TimeSpan.TicksPerDay,
        ["days"] = TimeSpan.TicksPerDay,
        ["hours"] = TimeSpan.TicksPerHour,
        ["minutes"] = TimeSpan.TicksPerMinute,
        ["seconds"] = TimeSpan.TicksPerSecond,
        ["milliseconds"] = TimeSpan.TicksPerMillisecond,
    };

    /// <summary>Returns the span, or <see langword="null"/> when the option is absent or holds none.</summary>
    public static TimeSpan? Read(OptionMap options, string name)
    {
        if (!options.TryGetValue(name, out var option) || option.Kind != OptionKind.Map)
            return null;
        var ticks = 0.0;
        foreach (var (unit, amount) in option.Members)
        {
            if (!Units.TryGetValue(unit, out var size) || Number(amount) is not { } number)
                return null;
            ticks += number * size;
        }

        return Math.Abs(ticks) < TimeSpan.MaxValue.Ticks / 2.0 ? TimeSpan.FromTicks((long)Math.Round(ticks)) : null;
    }

    private static double? Number(OptionValue value) => value.Value switch
    {
        long whole => whole,
        double real when double.IsFinite(real) => real,
        _ => null,
    };
}
