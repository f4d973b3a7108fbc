using ElastAlert.Embedded.Segments;
using ElastAlert.Embedded.Terms;

namespace ElastAlert.Embedded.Sorting;

/// <summary>Sorts documents by a keyword field.</summary>
internal sealed class KeywordSortColumn(TermColumn column, SortField sort, SortValue missing) : SortColumn(column.Field.Type)
{
    public override SortValue this[int document]
    {
        get
        {
            var ordinals = column[document];
            if (ordinals.IsEmpty)
                return missing;
            var picked = column.Terms[ordinals[0]];
            foreach (var ordinal in ordinals[1..])
            {
                var term = column.Terms[ordinal];
                if (TermOrder.Instance.Compare(term, picked) < 0 == sort.TakesSmallest)
                    picked = term;
            }

            return new SortValue(0, picked);
        }
    }
}
