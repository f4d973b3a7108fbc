using System.Globalization;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes;

/// <summary>Reads the options of a rule type from a rule, and gathers what is wrong with them.</summary>
/// <param name="rule">The rule.</param>
internal sealed class OptionReader(Rule rule)
{
    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        ["weeks"] = 7 * 86_400d,
        ["days"] = 86_400d,
        ["hours"] = 3_600d,
        ["minutes"] = 60d,
        ["seconds"] = 1d,
        ["milliseconds"] = 0.001d,
    };

    private readonly List<RuleProblem> _problems = [];

    /// <summary>Gets the rule.</summary>
    public Rule Rule => rule;

    /// <summary>Gets what is wrong.</summary>
    public IReadOnlyList<RuleProblem> Problems => _problems;

    /// <summary>Returns what is wrong with the options of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="read">Reads the options.</param>
    public static IReadOnlyList<RuleProblem> Check(Rule rule, Func<OptionReader, object> read)
    {
        var reader = new OptionReader(rule);
        _ = read(reader);
        return reader.Problems;
    }

    /// <summary>Returns an option as texts show it; <c>None</c> where it is absent.</summary>
    public static string TextOf(Rule rule, string key) => rule.Options.TryGetValue(key, out var option) ? PythonText.Of(option.ToJson()) : "None";

    /// <summary>Returns whether an option has a value.</summary>
    public bool Has(string key) => rule.Options.TryGetValue(key, out var value) && value.Kind != OptionKind.Null;

    /// <summary>Reads a whole number, which may be written as <c>3.0</c>.</summary>
    public long? WholeNumber(string key)
    {
        if (!Has(key))
            return null;
        switch (rule.Options[key].Value)
        {
            case long number:
                return number;
            case double number when double.IsInteger(number) && Math.Abs(number) < long.MaxValue:
                return (long)number;
            default:
                Wrong(key, "a whole number");
                return null;
        }
    }

    /// <summary>Reads a number.</summary>
    public double? Number(string key)
    {
        if (!Has(key))
            return null;
        switch (rule.Options[key].Value)
        {
            case long number:
                return number;
            case double number:
                return number;
            default:
                Wrong(key, "a number");
                return null;
        }
    }

    /// <summary>Reads a truth value.</summary>
    public bool Flag(string key, bool defaultValue = false)
    {
        if (!Has(key))
            return defaultValue;
        if (rule.Options[key].Value is bool flag)
            return flag;
        Wrong(key, "true or false");
        return defaultValue;
    }

    /// <summary>Reads a text.</summary>
    public string? Text(string key)
    {
        if (!Has(key))
            return null;
        if (rule.Options[key].Kind == OptionKind.Text)
            return (string)rule.Options[key].Value!;
        Wrong(key, "a text");
        return null;
    }

    /// <summary>Reads one of several words.</summary>
    public string? Choice(string key, params IReadOnlyList<string> choices)
    {
        var text = Text(key);
        if (text is null || choices.Contains(text))
            return text;
        Wrong(key, "one of " + string.Join(", ", choices));
        return null;
    }

    /// <summary>Reads a duration, such as <c>minutes: 5</c>, that must be greater than zero.</summary>
    public TimeSpan? Duration(string key)
    {
        if (!Has(key))
            return null;
        var seconds = 0d;
        foreach (var (unit, value) in rule.Options[key].Members)
        {
            if (!Units.TryGetValue(unit, out var size) || value.Value is not (long or double))
            {
                Error(key, $"{unit} is not a unit of time with a number.", "Use weeks, days, hours, minutes, seconds or milliseconds.");
                return null;
            }

            seconds += Convert.ToDouble(value.Value, CultureInfo.InvariantCulture) * size;
        }

        if (seconds > 0)
            return TimeSpan.FromMicroseconds(Math.Round(seconds * 1_000_000, MidpointRounding.ToEven));
        Wrong(key, "a duration greater than zero", "Write for example 'minutes: 5' below it.");
        return null;
    }

    /// <summary>Returns the timeframe of the rule, which must be greater than zero.</summary>
    public TimeSpan Timeframe()
    {
        if (rule.Schedule.Timeframe is not { } timeframe)
            return TimeSpan.FromTicks(TimeSpan.TicksPerMicrosecond);
        if (timeframe > TimeSpan.Zero)
            return timeframe;
        Error("timeframe", $"must be greater than zero, was {timeframe:c}.", "Give the span in which events belong together, such as 'minutes: 5'.");
        return TimeSpan.FromTicks(TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>Adds an error.</summary>
    public void Error(string key, string message, string cure) => Add(RuleProblemSeverity.Error, key, message, cure);

    /// <summary>Adds a warning.</summary>
    public void Warning(string key, string message, string cure) => Add(RuleProblemSeverity.Warning, key, message, cure);

    /// <summary>Adds an error that says what an option should be and what it is.</summary>
    public void Wrong(string key, string expected, string? cure = null)
    {
        var value = rule.Options.TryGetValue(key, out var option) ? PythonText.Repr(option.ToJson()) : "absent";
        Add(RuleProblemSeverity.Error, key, $"must be {expected}, was {value}.", cure);
    }

    private void Add(RuleProblemSeverity severity, string key, string message, string? cure)
    {
        var location = rule.Options.TryGetValue(key, out var option) && option.Location.File is not null ? option.Location : rule.Source;
        _problems.Add(new RuleProblem(severity, location, message) { Rule = rule.Name, Key = key, Cure = cure });
    }
}
