using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Responses;
using ElastAlert.Embedded.Sorting;

namespace ElastAlert.Embedded.Searching;

/// <summary>Writes what a hit was sorted by.</summary>
internal static class SortValueWriter
{
    public static void Write(ResponseWriter writer, SortField sort, FieldType? type, SortValue value)
    {
        if (type is DateType date && sort.Format is not null)
            writer.Text(null, date.ToText(value.Number, sort.Format));
        else if (type is FloatingType && value.Number is (long.MaxValue or long.MinValue))
            writer.Text(null, value.Number > 0 ? "Infinity" : "-Infinity");
        else if (type is FloatingType floating)
            writer.RawText(null, floating.ToShortJson(value.Number));
        else if (type is KeywordType)
            writer.Text(null, value.Text);
        else
            writer.Number(null, value.Number);
    }
}
