using System.Globalization;
using ElastAlert.Values;

namespace ElastAlert;

/// <summary>Reads the options of an alerter's entry, one by one, and gathers what is wrong with them.</summary>
/// <remarks>An option that is absent, null or wrong gives its default, so that one reading finds every problem.</remarks>
/// <param name="rule">The rule.</param>
/// <param name="entry">The entry.</param>
public sealed class AlerterOptionReader(Rule rule, AlerterEntry entry)
{
    private readonly List<RuleProblem> _problems = [];

    /// <summary>Gets the rule.</summary>
    public Rule Rule { get; } = rule;

    /// <summary>Gets the entry.</summary>
    public AlerterEntry Entry { get; } = entry;

    /// <summary>Gets what was found wrong so far.</summary>
    public IReadOnlyList<RuleProblem> Problems => _problems;

    /// <summary>Returns an option of any kind, or <see langword="null"/> when it is absent or null.</summary>
    /// <param name="key">The option.</param>
    public OptionValue? Value(string key) =>
        Entry.Options.TryGetValue(key, out var value) && value.Kind != OptionKind.Null ? value : null;

    /// <summary>Returns a text, or <see langword="null"/>; numbers and truth values are taken by their text.</summary>
    /// <param name="key">The option.</param>
    public string? Text(string key)
    {
        var value = Value(key);
        if (value is null)
            return null;
        if (value.Kind is not (OptionKind.List or OptionKind.Map))
            return PythonText.Of(value.ToJson());
        Wrong(key, value, "a text");
        return null;
    }

    /// <summary>Returns a text.</summary>
    /// <param name="key">The option.</param>
    /// <param name="defaultValue">The default.</param>
    public string Text(string key, string defaultValue) => Text(key) ?? defaultValue;

    /// <summary>Returns the members of a list of texts, a single text as a list of one, or nothing.</summary>
    /// <param name="key">The option.</param>
    public IReadOnlyList<string> Texts(string key)
    {
        var value = Value(key);
        if (value is null)
            return [];
        if (value.Kind == OptionKind.Map || value.Items.Any(static item => item.Kind is OptionKind.List or OptionKind.Map))
        {
            Wrong(key, value, "a text or a list of texts");
            return [];
        }

        return value.Kind == OptionKind.List
            ? [.. value.Items.Select(static item => PythonText.Of(item.ToJson()))]
            : [PythonText.Of(value.ToJson())];
    }

    /// <summary>Returns a truth value; another value counts as ElastAlert counts it, with a warning.</summary>
    /// <param name="key">The option.</param>
    /// <param name="defaultValue">The default.</param>
    public bool Flag(string key, bool defaultValue = false)
    {
        var value = Value(key);
        if (value is null || value.Value is bool)
            return value?.Value as bool? ?? defaultValue;
        Warn(key, $"should be true or false, and counts as {(value.IsFalsy ? "false" : "true")}.", "Write true or false.");
        return !value.IsFalsy;
    }

    /// <summary>Returns a whole number between two bounds.</summary>
    /// <param name="key">The option.</param>
    /// <param name="defaultValue">The default.</param>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value.</param>
    public int Number(string key, int defaultValue, int min = int.MinValue, int max = int.MaxValue)
    {
        var value = Value(key);
        if (value is null)
            return defaultValue;
        if (value.Value is long number && number >= min && number <= max)
            return (int)number;
        Wrong(key, value, min == int.MinValue ? "a whole number" : $"a whole number from {min} to {max}");
        return defaultValue;
    }

    /// <summary>Returns a duration that is written as a number of seconds, greater than zero.</summary>
    /// <param name="key">The option.</param>
    /// <param name="defaultValue">The default.</param>
    public TimeSpan Seconds(string key, TimeSpan defaultValue)
    {
        var value = Value(key);
        double? seconds = value?.Value switch
        {
            long whole => whole,
            double fraction => fraction,
            _ => null,
        };
        if (seconds is > 0 and < 86_400_000)
            return TimeSpan.FromSeconds(seconds.Value);
        if (value is not null)
            Wrong(key, value, "a number of seconds greater than zero");
        return defaultValue;
    }

    /// <summary>Returns a mapping, empty when it is absent.</summary>
    /// <param name="key">The option.</param>
    public OptionMap Map(string key)
    {
        var value = Value(key);
        if (value is not null && value.Kind != OptionKind.Map)
            Wrong(key, value, "a mapping");
        return value?.Members ?? OptionMap.Empty;
    }

    /// <summary>Returns the members of a list of mappings.</summary>
    /// <param name="key">The option.</param>
    public IReadOnlyList<OptionMap> Maps(string key)
    {
        var value = Value(key);
        if (value is not null && (value.Kind != OptionKind.List || value.Items.Any(static item => item.Kind != OptionKind.Map)))
            Wrong(key, value, "a list of mappings");
        return value is null ? [] : [.. value.Items.Select(static item => item.Members)];
    }

    /// <summary>Returns one of several texts.</summary>
    /// <param name="key">The option.</param>
    /// <param name="defaultValue">The default.</param>
    /// <param name="choices">The texts that are allowed.</param>
    public string Choice(string key, string defaultValue, params IReadOnlyList<string> choices)
    {
        var text = Text(key);
        if (text is null || choices.Contains(text))
            return text ?? defaultValue;
        Error(key, $"must be one of {string.Join(", ", choices)}, was {text}.", "Write one of them.");
        return defaultValue;
    }

    /// <summary>Adds a problem that keeps the rule from running.</summary>
    /// <param name="key">The option.</param>
    /// <param name="message">What is wrong. It holds no secret.</param>
    /// <param name="cure">What to do about it.</param>
    public void Error(string key, string message, string? cure = null) => Add(RuleProblemSeverity.Error, key, message, cure);

    /// <summary>Adds a problem with which the rule runs, but perhaps not as it was meant.</summary>
    /// <param name="key">The option.</param>
    /// <param name="message">What is questionable. It holds no secret.</param>
    /// <param name="cure">What to do about it.</param>
    public void Warn(string key, string message, string? cure = null) => Add(RuleProblemSeverity.Warning, key, message, cure);

    /// <summary>Adds problems that were found by other means.</summary>
    /// <param name="problems">The problems.</param>
    public void Add(IEnumerable<RuleProblem> problems) => _problems.AddRange(problems);

    // The value itself is not shown: it may be a secret.
    private void Wrong(string key, OptionValue value, string wanted) =>
        Error(key, string.Create(CultureInfo.InvariantCulture, $"must be {wanted}, was {KindText(value.Kind)}."), "Correct the value.");

    private void Add(RuleProblemSeverity severity, string key, string message, string? cure)
    {
        var location = Entry.Options.TryGetValue(key, out var value) && value.Location != default ? value.Location : Rule.Source;
        _problems.Add(new RuleProblem(severity, location, message) { Rule = Rule.Name, Key = key, Cure = cure });
    }

    private static string KindText(OptionKind kind) => kind switch
    {
        OptionKind.Boolean => "a truth value",
        OptionKind.WholeNumber or OptionKind.Number => "a number",
        OptionKind.Text => "a text",
        OptionKind.Date => "a date",
        OptionKind.List => "a list",
        OptionKind.Map => "a mapping",
        _ => "nothing",
    };
}
