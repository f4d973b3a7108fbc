namespace ElastAlert.Values;

/// <summary>Names the indices that hold the documents of a window (engine.md 2.15).</summary>
internal static class IndexExpression
{
    /// <summary>Returns the index as written, or, for a date pattern, every index from the start of the window to its end.</summary>
    /// <exception cref="SearchException">The index is no date pattern, but the period before is asked for.</exception>
    public static string For(RuleQuery query, TimeWindow window)
    {
        if (!query.UseStrftimeIndex)
            return query.Index;
        if (query.SearchExtraIndex && Strftime.Format(window.End, query.Index) == query.Index)
            throw new SearchException($"search_extra_index needs a date pattern as index, and {query.Index} is none.");
        return string.Join(',', Names(query, window.Start.UtcDateTime, window.End.UtcDateTime).Distinct());
    }

    private static IEnumerable<string> Names(RuleQuery query, DateTime start, DateTime end)
    {
        var isHourly = query.Index.Contains("%H", StringComparison.Ordinal);
        var step = isHourly ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);
        var last = new DateTime(end.Ticks - (end.Ticks % step.Ticks), DateTimeKind.Utc);
        var current = query.SearchExtraIndex ? start - step : start;
        yield return Strftime.Format(current, query.Index);
        while (current <= last)
        {
            current += step;
            yield return Strftime.Format(current, query.Index);
        }
    }
}
