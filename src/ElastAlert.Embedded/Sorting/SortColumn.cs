using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Sorting;

/// <summary>Gets what the documents of one index are sorted by.</summary>
internal abstract class SortColumn(FieldType? type)
{
    /// <summary>Gets the type of the values, or <see langword="null"/> for positions.</summary>
    public FieldType? Type { get; } = type;

    public abstract SortValue this[int document] { get; }

    public static SortColumn Create(SortField sort, IndexView view, int position)
    {
        if (sort.IsPosition)
            return new PositionSortColumn(sort.Name == SortField.ShardDocument ? (long)position << 32 : 0);
        if (view.Find(sort.Name) is not { } field)
        {
            return sort.UnmappedType is { } unmapped
                ? new MissingSortColumn(unmapped, Missing(sort, unmapped))
                : throw ShardFailure.Query($"No mapping found for [{sort.Name}] in order to sort on");
        }

        return field.Type switch
        {
            NumericType numeric => new NumericSortColumn(view.Longs(field), sort, Missing(sort, numeric)),
            KeywordType => new KeywordSortColumn(view.Terms(field), sort, Missing(sort, field.Type)),
            _ => throw Fielddata.Disabled(field, view.Name),
        };
    }

    /// <summary>Reads a value of <c>search_after</c>.</summary>
    public SortValue Parse(SortField sort, string? text)
    {
        if (text is null)
            return Missing(sort, Type ?? FieldTypes.Long);
        if (Type is not NumericType numeric)
            return Type is null ? new SortValue(ParseNumber(sort, text, (NumericType)FieldTypes.Long)) : new SortValue(0, text);
        return new SortValue(ParseNumber(sort, text, numeric));
    }

    private static long ParseNumber(SortField sort, string text, NumericType type)
    {
        try
        {
            if (type is not DateType date)
                return type is FloatingType && text is "Infinity" or "-Infinity" ? Extreme(text[0] != '-') : type.Encode(text);
            return long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && sort.Format is null
                ? number
                : date.Encode((sort.Format ?? date.Format).Parse(text, DateResolution.Start));
        }
        catch (FormatException)
        {
            throw ShardFailure.Illegal($"Failed to parse search_after value for field [{sort.Name}].");
        }
    }

    private static SortValue Missing(SortField sort, FieldType type)
    {
        var isFirst = sort.Missing == "_first";
        if (sort.Missing is not ("_first" or "_last"))
            return type is NumericType numeric ? new SortValue(ParseNumber(sort, sort.Missing, numeric)) : new SortValue(0, sort.Missing);
        return type is NumericType
            ? new SortValue(Extreme(isFirst == sort.IsDescending))
            : new SortValue(0, null, isFirst ? -1 : 1);
    }

    private static long Extreme(bool isHighest) => isHighest ? long.MaxValue : long.MinValue;
}
