using System.Globalization;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Reads the numbers that documents have in a field.</summary>
/// <param name="kind">The aggregation that reads them.</param>
/// <param name="name">The field.</param>
/// <param name="missing">The number of documents that have none.</param>
internal sealed class NumericField(string kind, string name, string? missing)
{
    public static NumericField Read(string kind, AggregationOptions options) =>
        new(kind, options.RequireText("field"), options.TakeText("missing"));

    public string Name => name;

    public void Check(IndexView view)
    {
        if (name is "_index" or "_id")
            throw ShardFailure.Illegal($"Field [{name}] of type [{name}] is not supported for aggregation [{kind}]");
        if (view.Find(name) is not { Type: not NumericType } field)
            return;
        throw field.Type is TextType
            ? Fielddata.Disabled(field, view.Name)
            : ShardFailure.Illegal($"Field [{name}] of type [{field.Type.Name}] is not supported for aggregation [{kind}]");
    }

    /// <summary>Gets the type of the first index that has the field.</summary>
    public NumericType? Type(Selection selection) =>
        selection.Parts.Select(part => part.View.Find(name)?.Type).OfType<NumericType>().FirstOrDefault();

    public void ForEach(Selection selection, Action<double> take) =>
        ForEachDocument(selection, static () => { }, (_, value) => take(value));

    /// <summary>Hands each number with its document to a receiver, index by index.</summary>
    public void ForEachDocument(Selection selection, Action beginPart, Action<int, double> take)
    {
        foreach (var (view, documents) in selection.Parts)
        {
            beginPart();
            if (view.Find(name) is { Type: NumericType type } field)
                Read(view.Longs(field), type, documents, take);
            else if (missing is not null)
                ReadMissing(documents, take);
        }
    }

    private void Read(LongColumn column, NumericType type, int[] documents, Action<int, double> take)
    {
        var replacement = missing is null ? (double?)null : type.ToDouble(MissingValues.Encode(type, missing));
        foreach (var document in documents)
        {
            var values = column[document];
            foreach (var value in values)
                take(document, type.ToDouble(value));
            if (values.IsEmpty && replacement is { } number)
                take(document, number);
        }
    }

    private void ReadMissing(int[] documents, Action<int, double> take)
    {
        var number = double.Parse(missing!, CultureInfo.InvariantCulture);
        foreach (var document in documents)
            take(document, number);
    }
}
