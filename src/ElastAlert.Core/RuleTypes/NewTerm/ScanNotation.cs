using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.NewTerm;

/// <summary>Writes the span of a search of the scan in the notation of the rule: as a range, and as names of dated indices.</summary>
internal sealed class ScanNotation(Rule rule)
{
    /// <summary>Returns the indices that hold the documents of a span; one that starts on a border names a period too many (NT-8).</summary>
    public string Index(DateTimeOffset from, DateTimeOffset to)
    {
        var pattern = rule.Query.Index;
        if (!rule.Query.UseStrftimeIndex)
            return pattern;
        var step = pattern.Contains("%H", StringComparison.Ordinal) ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);
        var (current, last) = (from.ToUniversalTime(), to.ToUniversalTime());
        last = last.AddTicks(-(last.Ticks % step.Ticks));
        var names = new List<string> { Strftime.Format(current, pattern) };
        while (current <= last)
        {
            current += step;
            names.Add(Strftime.Format(current, pattern));
        }

        return string.Join(',', names.Distinct());
    }

    /// <summary>Writes the range, closed at its start and open at its end.</summary>
    public void WriteRange(Utf8JsonWriter writer, DateTimeOffset from, DateTimeOffset to)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("range");
        writer.WriteStartObject(rule.Timestamp.Field);
        writer.WritePropertyName("gte");
        WriteBound(writer, from);
        writer.WritePropertyName("lt");
        WriteBound(writer, to);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteBound(Utf8JsonWriter writer, DateTimeOffset moment)
    {
        switch (rule.Timestamp.Type)
        {
            case TimestampType.Unix: writer.WriteNumberValue(moment.ToUnixTimeSeconds()); break;
            case TimestampType.UnixMilliseconds: writer.WriteNumberValue(moment.ToUnixTimeMilliseconds()); break;
            case TimestampType.Custom: writer.WriteStringValue(Strftime.Format(moment.ToUniversalTime(), rule.Timestamp.Format)); break;
            default: writer.WriteStringValue(IsoTime.Format(IsoTime.Truncate(moment))); break;
        }
    }
}
