using ElastAlert.Embedded.Terms;

namespace ElastAlert.Embedded.Sorting;

/// <summary>Is what a document is sorted by: a number, a text, or nothing.</summary>
/// <param name="Number">The encoded number.</param>
/// <param name="Text">The text of a keyword field.</param>
/// <param name="Place">-1 for a text that is missing and comes first, 1 for one that comes last, whatever the direction.</param>
internal readonly record struct SortValue(long Number, string? Text = null, int Place = 0)
{
    public int CompareTo(in SortValue other, bool isDescending)
    {
        if (Place != other.Place)
            return Place.CompareTo(other.Place);
        var order = Text is null ? Number.CompareTo(other.Number) : TermOrder.Instance.Compare(Text, other.Text);
        return isDescending ? -order : order;
    }
}
