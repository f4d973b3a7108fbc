using ElastAlert.Embedded.Terms;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is the value that the documents of a bucket share: a text or an encoded number, or none.</summary>
internal readonly record struct BucketKey(long Number, string? Text = null, bool IsMissing = false) : IComparable<BucketKey>
{
    public static readonly BucketKey Missing = new(0, null, IsMissing: true);

    public static bool operator <(BucketKey left, BucketKey right) => left.CompareTo(right) < 0;

    public static bool operator >(BucketKey left, BucketKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(BucketKey left, BucketKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BucketKey left, BucketKey right) => left.CompareTo(right) >= 0;

    public int CompareTo(BucketKey other)
    {
        if (IsMissing != other.IsMissing)
            return IsMissing ? -1 : 1;
        return Text is null ? Number.CompareTo(other.Number) : TermOrder.Instance.Compare(Text, other.Text);
    }
}
