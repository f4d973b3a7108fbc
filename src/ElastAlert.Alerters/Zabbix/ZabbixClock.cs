using System.Globalization;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Zabbix;

/// <summary>Reads the moment of a match as Zabbix counts: whole seconds since 1970.</summary>
internal static class ZabbixClock
{
    /// <summary>Returns the moment that stands in a match, or that of the match when there is none.</summary>
    /// <exception cref="AlertDeliveryException">What stands there is no moment.</exception>
    public static long Of(RuleMatch match, string timestampField)
    {
        var field = match.Fields.Find(timestampField);
        if (field.IsMissing)
            return match.Timestamp.ToUnixTimeSeconds();
        var text = field.ToText();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < 1e12)
            return (long)seconds;
        return IsoTime.TryParse(text, out var moment)
            ? moment.ToUnixTimeSeconds()
            : throw new AlertDeliveryException($"Zabbix needs the time of a match, but {timestampField} holds '{text}', which is none", isTransient: false);
    }
}
