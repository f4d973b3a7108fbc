using System.Text.Json;
using ElastAlert.RuleTypes.Windows;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.NewTerm;

/// <summary>Holds the terms of a field that were seen; they stay for ever.</summary>
/// <param name="place">The place of the field among those of the rule.</param>
/// <param name="termField">The field.</param>
internal sealed class SeenTerms(int place, TermField termField)
{
    private readonly HashSet<Term> _terms = [];
    private readonly List<Term> _inOrder = [];
    private int _saved;

    /// <summary>Gets the field.</summary>
    public TermField Field { get; } = termField;

    /// <summary>Notes a term.</summary>
    /// <returns>Whether it is new.</returns>
    public bool See(Term term)
    {
        if (!_terms.Add(term))
            return false;
        _inOrder.Add(term);
        return true;
    }

    /// <summary>Notes the terms of the answer to a seed query.</summary>
    public void SeeAll(JsonElement answer)
    {
        if (TryGet(answer, "aggregations", out var aggregations) && TryGet(aggregations, "filtered", out var filtered))
            SeeBuckets(filtered, new FieldValue[Field.Names.Count], 0);
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
                See(Field.IsComposite ? Term.Of(path) : Term.Of(path[0]));
        }
    }
}
