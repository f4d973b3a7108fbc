using System.Text.Json;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Segments;

/// <summary>Holds the encoded values of a numeric, boolean or date field.</summary>
internal class LongColumn(FieldMapping field, NumericType type) : Column(field)
{
    private readonly Rows<long> _rows = new();

    public NumericType Type { get; } = type;

    public override int Count => _rows.Count;

    public ReadOnlySpan<long> this[int document] => _rows[document];

    public override void Accept(ref Utf8JsonReader value) => _rows.Add(Scalars.Encode(ref value, Type));

    public override DocumentSet Existing()
    {
        if (_rows.IsSingle)
            return DocumentSet.All(Count);
        var set = new DocumentSet(Count);
        for (var document = 0; document < Count; document++)
        {
            if (!_rows[document].IsEmpty)
                set.Add(document);
        }

        return set;
    }

    public DocumentSet Within(LongRange range)
    {
        var set = new DocumentSet(Count);
        if (_rows.IsSingle)
            AddSingle(set, range);
        else
            AddAny(set, range);
        return set;
    }

    /// <summary>Takes an encoded value of the document that is being filled.</summary>
    protected void Add(long value) => _rows.Add(value);

    protected override void EndDocument() => _rows.EndDocument();

    private void AddSingle(DocumentSet set, LongRange range)
    {
        var values = _rows.Values;
        for (var document = 0; document < values.Length; document++)
        {
            if (range.Contains(values[document]))
                set.Add(document);
        }
    }

    private void AddAny(DocumentSet set, LongRange range)
    {
        for (var document = 0; document < Count; document++)
        {
            foreach (var value in _rows[document])
            {
                if (range.Contains(value))
                    set.Add(document);
            }
        }
    }
}
