using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ElastAlert.Values;

/// <summary>Writes the moments of queries and reads those of documents, in the notation of a rule (engine.md 2.6).</summary>
internal sealed class TimestampCodec(RuleTimestamp timestamp)
{
    private readonly TimestampExpression? _format = Expression(timestamp.FormatExpression);
    private readonly TimestampExpression? _parse = Expression(timestamp.ParseExpression);
    private readonly Strptime? _custom = timestamp.Type == TimestampType.Custom ? new(timestamp.Format) : null;

    /// <summary>Returns a moment with the offset of the query's time zone.</summary>
    public DateTimeOffset InQueryZone(DateTimeOffset moment) =>
        timestamp.QueryTimeZone is { } zone ? TimeZoneInfo.ConvertTime(moment, zone) : moment.ToUniversalTime();

    /// <summary>Writes a moment as the bound of a range, cut to milliseconds, which every date format takes (Q17).</summary>
    public void WriteBound(Utf8JsonWriter writer, DateTimeOffset moment)
    {
        var bound = InQueryZone(moment).AddTicks(-(moment.Ticks % TimeSpan.TicksPerMillisecond));
        switch (timestamp.Type)
        {
            // As text, because Elasticsearch 9 takes a number for milliseconds, whatever the format of the field.
            case TimestampType.Unix: writer.WriteStringValue(bound.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)); break;
            case TimestampType.UnixMilliseconds: writer.WriteNumberValue(bound.ToUnixTimeMilliseconds()); break;
            case TimestampType.Custom: writer.WriteStringValue(FormatCustom(bound)); break;
            default: writer.WriteStringValue(IsoTime.Format(bound)); break;
        }
    }

    /// <summary>Reads the moment of a document, cut to microseconds.</summary>
    public bool TryRead(JsonElement value, out DateTimeOffset moment)
    {
        moment = default;
        return timestamp.Type switch
        {
            TimestampType.Unix => TryReadNumber(value, 1_000_000, out moment),
            TimestampType.UnixMilliseconds => TryReadNumber(value, 1000, out moment),
            TimestampType.Custom => value.ValueKind == JsonValueKind.String && TryReadCustom(value.GetString()!, out moment),
            _ => value.ValueKind == JsonValueKind.String && (TryReadUtc(value, out moment) || IsoTime.TryParse(value.GetString(), out moment)),
        };
    }

    private static TimestampExpression? Expression(string? text) => text is null ? null : TimestampExpression.Parse(text);

    private string FormatCustom(DateTimeOffset moment)
    {
        var text = Strftime.Format(moment, timestamp.Format);
        return _format is null ? text : _format.Apply(text);
    }

    private bool TryReadCustom(string text, out DateTimeOffset moment) =>
        _custom!.TryParse(_parse is null ? text : _parse.Apply(text), out moment);

    // The form that nearly all documents have, read without making a string of it.
    private static bool TryReadUtc(JsonElement value, out DateTimeOffset moment)
    {
        moment = default;
        if (JsonMarshal.GetRawUtf8Value(value) is not [.., (byte)'Z', (byte)'"'] || !value.TryGetDateTimeOffset(out var exact))
            return false;
        moment = IsoTime.Truncate(exact);
        return true;
    }

    private static bool TryReadNumber(JsonElement value, int microseconds, out DateTimeOffset moment)
    {
        moment = default;
        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString()!,
            _ => "",
        };
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return false;
        var ticks = decimal.Round(number * microseconds) * TimeSpan.TicksPerMicrosecond;
        if (ticks < -DateTime.UnixEpoch.Ticks || ticks > DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks)
            return false;
        moment = DateTimeOffset.UnixEpoch.AddTicks((long)ticks);
        return true;
    }
}
