using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Reads the values that documents have in a field as keys of buckets.</summary>
/// <param name="name">The field.</param>
/// <param name="missing">The value of documents that have none.</param>
internal sealed class KeyField(string name, string? missing)
{
    public string Name => name;

    public static KeyField Read(AggregationOptions options) => new(options.RequireText("field"), options.TakeText("missing"));

    public void Check(IndexView view)
    {
        if (view.Find(name) is { Type: TextType } field)
            throw Fielddata.Disabled(field, view.Name);
        if (name is "_id" or "_source")
            throw RequestFailure.Unsupported($"an aggregation over the field [{name}]");
    }

    /// <summary>Gets the type of the keys; floating numbers and whole ones count as floating together.</summary>
    public FieldType? Type(Selection selection)
    {
        if (name == "_index")
            return new KeywordType();
        var types = selection.Parts.Select(part => part.View.Find(name)?.Type).OfType<FieldType>().Distinct().ToList();
        if (types.Count > 1 && types.Any(type => Kind(type) != Kind(types[0])))
        {
            throw new RequestFailure(400, "illegal_argument_exception", $"Reducing the aggregation failed because the field [{name}] you gave in the "
                + "aggregation query existed as two different types in two different indices");
        }

        var type = types.OfType<FloatingType>().FirstOrDefault() ?? types.FirstOrDefault();
        // Aggregations see nanoseconds cut to milliseconds.
        return type is DateType date ? date with { IsNanos = false } : type ?? (missing is null ? null : new KeywordType());
    }

    public KeyColumn Open(IndexView view, Selection selection)
    {
        if (name == "_index")
            return new ConstantKeyColumn([new BucketKey(0, view.Name)]);
        var type = Type(selection);
        var replacement = Replacement(type);
        return view.Find(name) switch
        {
            { Type: NumericType } field => new NumericKeyColumn(view.Longs(field), type is FloatingType, replacement),
            { Type: KeywordType } field => new TermKeyColumn(view.Terms(field), replacement),
            _ => new ConstantKeyColumn(replacement),
        };
    }

    private static string Kind(FieldType type) => type switch
    {
        IntegerType or FloatingType => "number",
        _ => type.Name,
    };

    private BucketKey[] Replacement(FieldType? type)
    {
        if (missing is null)
            return [];
        return [type is NumericType numeric ? new BucketKey(MissingValues.Encode(numeric, missing)) : new BucketKey(0, missing)];
    }
}
