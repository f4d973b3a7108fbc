using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Gets the readable form of figures about dates and booleans.</summary>
internal static class FigureText
{
    public static string? Of(double value, NumericType? type, DateFormat? format) => type switch
    {
        DateType date => (format ?? date.Format).Format(Moment.FromMilliseconds((long)value)),
        BooleanType => value == 0 ? "false" : "true",
        _ => null,
    };
}
