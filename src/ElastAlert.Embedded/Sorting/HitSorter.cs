using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Sorting;

/// <summary>Finds the first of many documents in an order.</summary>
internal sealed class HitSorter : IComparer<SortedHit>
{
    private readonly IReadOnlyList<SortField> _fields;
    private readonly Dictionary<int, SortColumn[]> _columns = [];

    public HitSorter(IReadOnlyList<SortField> fields) => _fields = fields;

    /// <summary>Adds an index.</summary>
    /// <exception cref="ShardFailure">The index cannot be sorted this way.</exception>
    public void Add(int number, IndexView view) =>
        _columns[number] = [.. _fields.Select(field => SortColumn.Create(field, view, number))];

    /// <summary>Checks that all indices sort by the same kind of value.</summary>
    public void CheckTypes()
    {
        for (var i = 0; i < _fields.Count; i++)
        {
            var kinds = _columns.Values.Select(columns => Kind(columns[i].Type)).Distinct().ToList();
            if (kinds.Count > 1)
            {
                throw RequestFailure.Illegal(
                    $"Can't sort on field [{_fields[i].Name}]; the field has incompatible sort types: [{kinds[0]}] and [{kinds[1]}] across shards!");
            }
        }
    }

    public SortValue Value(SortedHit hit, int field) => field == 0 ? hit.First : _columns[hit.View][field][hit.Document];

    public FieldType? Type(SortedHit hit, int field) => _columns[hit.View][field].Type;

    public int Compare(SortedHit x, SortedHit y)
    {
        for (var i = 0; i < _fields.Count; i++)
        {
            var order = Value(x, i).CompareTo(Value(y, i), _fields[i].IsDescending);
            if (order != 0)
                return order;
        }

        return ComparePlaces(x, y);
    }

    /// <summary>Gets the first documents of all sets, or the first of those that come after a place.</summary>
    public List<SortedHit> Top(int count, IEnumerable<(int Number, DocumentSet Set)> sets, HitBound? after = null)
    {
        var top = new FirstHits(count, this);
        foreach (var (number, set) in sets)
        {
            var first = _columns[number] is [var column, ..] ? column : null;
            foreach (var document in set)
            {
                var value = first?[document] ?? default;
                if (after is not null && IsBefore(value, after))
                    continue;
                var hit = new SortedHit(number, document, value);
                if (after is null || after.IsAfter(hit))
                    top.Offer(hit);
            }
        }

        return top.InOrder();
    }

    /// <summary>Makes a bound of values that an earlier hit had.</summary>
    public HitBound? After(IReadOnlyList<string?> values)
    {
        if (_columns.Count == 0)
            return null;
        var parser = _columns.Values.First();
        var after = values.Select((text, i) => parser[i].Parse(_fields[i], text)).ToArray();
        return new HitBound(after[0], hit => IsAfter(hit, after));
    }

    /// <summary>Makes a bound of an earlier hit.</summary>
    public HitBound After(SortedHit last) => new(last.First, hit => Compare(hit, last) > 0);

    private bool IsAfter(SortedHit hit, SortValue[] after)
    {
        for (var i = 0; i < after.Length; i++)
        {
            var order = Value(hit, i).CompareTo(after[i], _fields[i].IsDescending);
            if (order != 0)
                return order > 0;
        }

        return false;
    }

    // Most documents of earlier pages fall out by this one comparison.
    private bool IsBefore(in SortValue value, HitBound after) =>
        _fields.Count > 0 && value.CompareTo(after.First, _fields[0].IsDescending) < 0;

    private static int ComparePlaces(SortedHit x, SortedHit y) =>
        x.View != y.View ? x.View.CompareTo(y.View) : x.Document.CompareTo(y.Document);

    private static string Kind(FieldType? type) => type switch
    {
        FloatingType => "DOUBLE",
        KeywordType => "STRING",
        DateType { IsNanos: true } => "NANOS",
        _ => "LONG",
    };
}
