using System.Text.Json;
using ElastAlert.RuleTypes.Windows;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.NewTerm;

/// <summary>Holds the terms of a field that were seen; they stay for ever.</summary>
/// <param name="place">The place of the field among those of the rule.</param>
/// <param name="termField">The field.</param>
internal sealed class SeenTerms(int place, TermField termField)
{
    private const int LongestCopied = 128;

    private readonly HashSet<Term> _terms = new(TermComparer.Instance);
    private readonly List<Term> _inOrder = [];
    private readonly StandInText _standIn = new();
    private int _saved;

    /// <summary>Gets the field.</summary>
    public TermField Field { get; } = termField;

    /// <summary>Notes the term that values are.</summary>
    /// <param name="values">The value, or those of a composite.</param>
    /// <returns>Whether it is new.</returns>
    public bool See(params ReadOnlySpan<FieldValue> values)
    {
        if (Field.IsComposite)
            return See(_standIn.Of(values));
        if (values[0].IsContainer)
            return See(_standIn.Of(values[0]));
        Span<char> text = stackalloc char[LongestCopied];
        return values[0].TryCopyText(text, out var length)
            ? See(new TermText(text[..length], isStandIn: false))
            : See(new Term(values[0].ToKey(), IsStandIn: false));
    }

    /// <summary>Notes the terms of the answer to a seed query.</summary>
    public void SeeAll(JsonElement answer)
    {
        if (TryGet(answer, "aggregations", out var aggregations) && TryGet(aggregations, "filtered", out var filtered))
            SeeBuckets(filtered, new FieldValue[Field.Names.Count], 0);
        foreach (var term in TermPage.Terms(answer, Field.Names.Count))
            See(term);
    }

    /// <summary>Adds the terms that are new since the last save to what is saved.</summary>
    public void AddNewTo(StateLog log)
    {
        if (_saved == _inOrder.Count)
            return;
        log.Add(new TermBatch(place, _inOrder, _saved, _inOrder.Count - _saved));
        _saved = _inOrder.Count;
    }

    /// <summary>Takes over terms that were saved.</summary>
    public void Restore(RestoredRecord record, IReadOnlyList<Term> terms)
    {
        record.Attach(new TermBatch(place, _inOrder, _inOrder.Count, terms.Count));
        foreach (var term in terms)
        {
            _terms.Add(term);
            _inOrder.Add(term);
        }

        _saved = _inOrder.Count;
    }

    private static bool TryGet(JsonElement item, string name, out JsonElement value)
    {
        value = default;
        return item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out value);
    }

    private void SeeBuckets(JsonElement parent, FieldValue[] path, int depth)
    {
        if (!TryGet(parent, "values", out var values) || !TryGet(values, "buckets", out var buckets))
            return;
        foreach (var bucket in buckets.EnumerateArray())
        {
            path[depth] = new FieldValue(bucket.GetProperty("key"));
            if (depth + 1 < path.Length)
                SeeBuckets(bucket, path, depth + 1);
            else
                See(path);
        }
    }

    private bool See(TermText text)
    {
        var terms = _terms.GetAlternateLookup<TermText>();
        if (terms.TryGetValue(text, out _))
            return false;
        return See(TermComparer.Instance.Create(text));
    }

    private bool See(Term term)
    {
        if (!_terms.Add(term))
            return false;
        _inOrder.Add(term);
        return true;
    }
}
