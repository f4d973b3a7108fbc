using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Finds rows of words in a text field.</summary>
internal static class Phrases
{
    public static DocumentSet Find(IndexView view, TermColumn column, IReadOnlyList<string> words)
    {
        var ordinals = new int[words.Count];
        for (var i = 0; i < ordinals.Length; i++)
        {
            if (column.Ordinal(words[i]) is not { } ordinal)
                return view.None();
            ordinals[i] = ordinal;
        }

        if (ordinals.Length == 0)
            return view.None();
        var set = view.None();
        for (var document = 0; document < column.Count; document++)
        {
            if (column[document].IndexOf(ordinals) >= 0)
                set.Add(document);
        }

        return set;
    }
}
