using System.Diagnostics.CodeAnalysis;

namespace ElastAlert.Scheduling.Cron;

/// <summary>Is a cron schedule of five fields, or six with seconds last, or seven with years after that; read in UTC.</summary>
/// <remarks>Immutable, so it may be used from many threads.</remarks>
internal sealed class CronExpression
{
    private const int LongestGapInYears = 50;

    private readonly CronTimes _times;
    private readonly IReadOnlyList<CronDayRule> _dayRules;
    private readonly bool _everyDayRuleMustOccur;

    internal CronExpression(string text, CronTimes times, IReadOnlyList<CronDayRule> dayRules, bool everyDayRuleMustOccur)
    {
        Text = text;
        _times = times;
        _dayRules = dayRules;
        _everyDayRuleMustOccur = everyDayRuleMustOccur;
    }

    /// <summary>Gets the expression as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads an expression, and refuses one that never fires.</summary>
    /// <param name="text">The expression, such as <c>0 9-17 * * mon-fri</c> or <c>@daily</c>.</param>
    /// <param name="expression">The schedule.</param>
    /// <param name="error">What is wrong, when the answer is <see langword="false"/>.</param>
    /// <returns>Whether the expression can be used.</returns>
    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out CronExpression? expression,
        [NotNullWhen(false)] out string? error)
    {
        expression = null;
        error = null;
        try
        {
            expression = CronParser.Parse(text ?? "");
        }
        catch (FormatException exception)
        {
            error = $"'{text}' is not a cron expression: {exception.Message}";
            return false;
        }

        if (expression.CanFire())
            return true;
        error = $"'{text}' never fires: no date has that month, day and weekday.";
        expression = null;
        return false;
    }

    /// <summary>Finds the first moment of the schedule strictly after another.</summary>
    /// <param name="after">A moment with any offset.</param>
    /// <returns>The moment in UTC, or <see langword="null"/> when there is none in the following fifty years.</returns>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        if (after.UtcDateTime > DateTime.MaxValue.AddDays(-1))
            return null;
        var start = _times.FirstCandidateAfter(after.UtcDateTime);
        DateTimeOffset? earliest = null;
        foreach (var rule in _dayRules)
        {
            var next = Next(start, rule);
            if (next is null && _everyDayRuleMustOccur)
                return null;
            if (next is not null && (earliest is null || next < earliest))
                earliest = next;
        }

        return earliest;
    }

    /// <summary>Returns the expression as it was written.</summary>
    public override string ToString() => Text;

    private bool CanFire() => Next(new DateTimeOffset(_times.FirstYear, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(-1)) is not null;

    private DateTimeOffset? Next(DateTime start, CronDayRule rule)
    {
        var lastYear = Math.Min(start.Year + LongestGapInYears, DateOnly.MaxValue.Year - 1);
        var day = DateOnly.FromDateTime(start);
        var earliestTime = start.TimeOfDay;
        while (day.Year <= lastYear)
        {
            if (!_times.HasYear(day.Year))
                day = new DateOnly(day.Year + 1, 1, 1);
            else if (!_times.HasMonth(day.Month))
                day = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
            else if (rule.Includes(day) && _times.FirstTimeOfDay(earliestTime) is { } time)
                return new DateTimeOffset(day.ToDateTime(TimeOnly.FromTimeSpan(time)), TimeSpan.Zero);
            else
                day = day.AddDays(1);
            earliestTime = TimeSpan.Zero;
        }

        return null;
    }
}
