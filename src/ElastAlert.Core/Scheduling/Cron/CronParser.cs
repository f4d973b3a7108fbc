namespace ElastAlert.Scheduling.Cron;

/// <summary>Reads cron expressions; what is wrong is thrown as <see cref="FormatException"/>.</summary>
internal static class CronParser
{
    private const int FieldsWithoutSeconds = 5;
    private const int FieldsWithYears = 7;

    public static CronExpression Parse(string text)
    {
        var fields = Unabbreviated(text.ToLowerInvariant()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is < FieldsWithoutSeconds or > FieldsWithYears)
            throw new FormatException($"it has {fields.Length} fields, where 5 are needed (minute, hour, day, month, weekday), then seconds, then years.");

        var times = new CronTimes(
            Values(CronField.Minute, fields[0]),
            Values(CronField.Hour, fields[1]),
            Values(CronField.Month, fields[3]),
            fields.Length > 5 ? Values(CronField.Second, fields[5]) : null,
            fields.Length > 6 ? Values(CronField.Year, fields[6]) : null);
        var daysOfMonth = DaysOfMonth(fields[2], fields[4], fields.Length);
        var daysOfWeek = DaysOfWeek(fields[4], fields[2], fields.Length);
        return Combine(text, times, daysOfMonth, daysOfWeek);
    }

    /// <summary>A day fires when either field suits it, once both are restricted: the old rule of cron.</summary>
    /// <remarks>Days relative to weekends or by place in the month always count as well, as croniter has it.</remarks>
    private static CronExpression Combine(string text, CronTimes times, CronDaysOfMonth daysOfMonth, CronDaysOfWeek daysOfWeek)
    {
        if (daysOfMonth.IsAny || daysOfWeek.IsAny)
            return new CronExpression(text, times, [new CronDayRule(daysOfMonth, daysOfWeek)], everyDayRuleMustOccur: false);

        CronDayRule[] rules =
        [
            new(daysOfMonth, daysOfWeek.HasOrdinals ? daysOfWeek : null),
            new(daysOfMonth.IsNearestWeekday ? daysOfMonth : null, daysOfWeek),
        ];
        return new CronExpression(text, times, rules, daysOfWeek.HasOrdinals || daysOfMonth.IsNearestWeekday);
    }

    private static string Unabbreviated(string text) => text switch
    {
        "@midnight" or "@daily" => "0 0 * * *",
        "@hourly" => "0 * * * *",
        "@weekly" => "0 0 * * 0",
        "@monthly" => "0 0 1 * *",
        "@yearly" or "@annually" => "0 0 1 1 *",
        _ => text,
    };

    private static CronValues Values(CronField field, string text)
    {
        if (text.Contains('?', StringComparison.Ordinal))
            throw new FormatException($"'?' has no meaning as {field.Name}.");
        var items = new CronItems(field);
        foreach (var item in text.Split(','))
            items.Add(item);
        return new CronValues(field, items.HasStar ? Enumerable.Range(field.Minimum, field.Count) : items.Numbers);
    }

    private static CronDaysOfMonth DaysOfMonth(string text, string weekdays, int fieldCount)
    {
        if (NearestWeekdayTarget(text) is { } target)
            return new CronDaysOfMonth([target], lastDay: false, isAny: false, target);

        // Only six fields take day 0 as day 1; the reference's library does so, and nothing else.
        var items = new CronItems(CronField.DayOfMonth, zeroMeansOne: fieldCount == 6);
        foreach (var item in QuestionMarkAsStar(text).Split(','))
            items.Add(item);
        return new CronDaysOfMonth(items.Numbers, items.HasLast, items.IsAny(weekdays), nearestWeekdayTo: null);
    }

    private static CronDaysOfWeek DaysOfWeek(string text, string daysOfMonth, int fieldCount)
    {
        // Sunday is 7 as well in the classic form only.
        var items = new CronItems(CronField.DayOfWeek, sevenMeansZero: fieldCount == FieldsWithoutSeconds);
        var ordinals = new HashSet<(int Weekday, int Ordinal)>();
        foreach (var item in QuestionMarkAsStar(text).Split(','))
            AddWeekday(items, ordinals, item);

        var withOrdinal = ordinals.Select(ordinal => ordinal.Weekday).ToHashSet();
        if (withOrdinal.Count > 0 && !items.IsFull && items.Numbers.Any(number => !withOrdinal.Contains(number)))
            throw new FormatException($"day of week '{text}' mixes weekdays with places in the month.");
        return new CronDaysOfWeek(items.Numbers, items.IsAny(daysOfMonth), ordinals);
    }

    private static void AddWeekday(CronItems items, HashSet<(int Weekday, int Ordinal)> ordinals, string item)
    {
        var (weekday, ordinal) = SplitOrdinal(item);
        foreach (var number in items.Add(weekday))
        {
            if (ordinal is not null)
                ordinals.Add((number, ordinal.Value));
        }
    }

    private static (string Weekday, int? Ordinal) SplitOrdinal(string item)
    {
        if (item.Length > 1 && item[0] == 'l' && item.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
            return (item[1..], CronDaysOfWeek.Last);
        var hash = item.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0)
            return (item, null);
        if (item[(hash + 1)..] is not [>= '1' and <= '5' and var digit])
            throw new FormatException($"day of week '{item}' must end in #1 to #5.");
        if (item[..hash].Contains('-', StringComparison.Ordinal) && !char.IsAsciiLetter(item[0]))
            throw new FormatException($"day of week '{item}' must name the weekdays of its range.");
        return (item[..hash], digit - '0');
    }

    private static int? NearestWeekdayTarget(string text)
    {
        if (!text.Contains('w', StringComparison.Ordinal))
            return null;
        var digits = text.StartsWith('w') ? text[1..] : text[..^1];
        if (!text.StartsWith('w') && !text.EndsWith('w'))
            throw new FormatException($"day of month '{text}': W stands with one day only.");
        var day = CronField.DayOfMonth.Parse(digits);
        return day is >= 1 and <= 31 ? day : throw CronField.DayOfMonth.OutOfRange(day);
    }

    private static string QuestionMarkAsStar(string text)
    {
        if (text == "?")
            return "*";
        return text.Contains('?', StringComparison.Ordinal) ? throw new FormatException("'?' stands alone in its field.") : text;
    }
}
