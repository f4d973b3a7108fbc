using System.Globalization;

namespace ElastAlert.Scheduling.Cron;

/// <summary>Describes one field of a cron expression: its bounds and the names that its numbers have.</summary>
internal sealed class CronField
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private readonly string[] _names;

    private CronField(string name, int minimum, int maximum, params string[] names)
    {
        Name = name;
        Minimum = minimum;
        Maximum = maximum;
        _names = names;
    }

    public static CronField Minute { get; } = new("minute", 0, 59);

    public static CronField Hour { get; } = new("hour", 0, 23);

    public static CronField DayOfMonth { get; } = new("day of month", 1, 31);

    public static CronField Month { get; } = new("month", 1, 12, Months);

    public static CronField DayOfWeek { get; } = new("day of week", 0, 6, Weekdays);

    public static CronField Second { get; } = new("second", 0, 59);

    public static CronField Year { get; } = new("year", 1970, 2099);

    public string Name { get; }

    public int Minimum { get; }

    public int Maximum { get; }

    public int Count => Maximum - Minimum + 1;

    /// <summary>Reads a number or a name of this field, without looking at the bounds.</summary>
    public int Parse(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        var index = Array.IndexOf(_names, text);
        return index >= 0 ? Minimum + index : throw Unknown(text);
    }

    /// <summary>Says that a text means nothing in this field.</summary>
    public FormatException Unknown(string text) => new($"{Name} '{text}' is neither a number nor a name that this field has.");

    /// <summary>Says that a number is outside the bounds of this field.</summary>
    public FormatException OutOfRange(int value) => new($"{Name} {value} is not between {Minimum} and {Maximum}.");
}
