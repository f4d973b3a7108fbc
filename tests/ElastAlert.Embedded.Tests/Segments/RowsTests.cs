using ElastAlert.Embedded.Segments;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Embedded.Tests.Segments;

public sealed class RowsTests
{
    [Fact]
    public void Rows_AnyNumberOfValuesADocument_AreReadBack() => Check.QuickThrowOnFailure(Prop.ForAll<int[][]>(documents =>
    {
        var rows = new Rows<int>();
        foreach (var values in documents)
        {
            foreach (var value in values)
                rows.Add(value);
            rows.EndDocument();
        }

        return rows.Count == documents.Length && documents.Select((values, i) => rows[i].SequenceEqual(values)).All(same => same);
    }));

    [Fact]
    public void DocumentSet_Operations_AreThoseOfSets() => Check.QuickThrowOnFailure(Prop.ForAll<bool[], bool[]>((left, right) =>
    {
        var length = Math.Min(left.Length, right.Length);
        DocumentSet Set(bool[] bits)
        {
            var set = new DocumentSet(length);
            for (var i = 0; i < length; i++)
            {
                if (bits[i])
                    set.Add(i);
            }

            return set;
        }

        int[] Where(Func<int, bool> test) => [.. Enumerable.Range(0, length).Where(test)];
        return Set(left).IntersectWith(Set(right)).ToArray().SequenceEqual(Where(i => left[i] && right[i]))
            && Set(left).UnionWith(Set(right)).ToArray().SequenceEqual(Where(i => left[i] || right[i]))
            && Set(left).Except(Set(right)).ToArray().SequenceEqual(Where(i => left[i] && !right[i]))
            && DocumentSet.All(length).Count() == length;
    }));
}
