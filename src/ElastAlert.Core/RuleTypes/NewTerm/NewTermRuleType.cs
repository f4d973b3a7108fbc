using ElastAlert.RuleTypes.Windows;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.NewTerm;

/// <summary>Matches when a field has a value that was never seen in it before (rule-types.md 5.8).</summary>
internal sealed class NewTermRuleType : IRuleType, IRuleTypeState
{
    private const byte StateVersion = 1;

    private readonly NewTermRuleOptions _options;
    private readonly FieldPath _timestamp;
    private readonly StateLog _log = new(StateVersion);
    private readonly SeenTerms[] _seen;

    /// <summary>Creates the rule type of a rule.</summary>
    public NewTermRuleType(Rule rule, NewTermRuleOptions options)
    {
        _options = options;
        _timestamp = FieldPath.Parse(rule.Timestamp.Field);
        _seen = [.. options.Fields.Select(static (field, place) => new SeenTerms(place, field))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<RuleMatch> Evaluate(RuleInput input)
    {
        var matches = new List<RuleMatch>();
        switch (input)
        {
            case RuleInput.Seed seed:
                _seen[TermScan.FieldOf(seed.Query)].SeeAll(seed.Answer);
                break;
            case RuleInput.Hits hits:
                foreach (var hit in hits.Items)
                    Take(hit, matches);
                break;
            case RuleInput.Terms terms:
                Take(terms, matches);
                break;
        }

        return matches;
    }

    /// <inheritdoc/>
    public IReadOnlyList<StatePart> Save()
    {
        foreach (var seen in _seen)
            seen.AddNewTo(_log);
        return _log.Save();
    }

    /// <inheritdoc/>
    public void Restore(IReadOnlyList<StatePart> parts) => _log.Restore(parts, records =>
    {
        foreach (var record in records.OfKind(StateRecordKind.Rule))
        {
            var (field, terms) = TermBatch.Read(record.Open());
            if (field >= _seen.Length)
                throw StateReader.Damaged();
            _seen[field].Restore(record, terms);
        }
    });

    // A mark stays in the document for the fields that follow (NT-3).
    private void Take(in Hit hit, List<RuleMatch> matches)
    {
        var fields = hit.Fields;
        foreach (var seen in _seen)
        {
            if (MarkOf(seen, fields) is not { } mark)
                continue;
            fields = fields.With(mark, seen.Field.Mark);
            matches.Add(RuleMatch.Create(fields, _timestamp, hit.Timestamp));
        }
    }

    private string? MarkOf(SeenTerms seen, Document fields)
    {
        if (seen.Field.Find(fields) is { IsEmpty: false } values)
            return seen.See(values) ? "new_field" : null;
        return _options.AlertOnMissingField ? "missing_field" : null;
    }

    private void Take(RuleInput.Terms terms, List<RuleMatch> matches)
    {
        var seen = _seen[0];
        foreach (var bucket in terms.Buckets)
        {
            if (bucket.Count == 0 || !seen.See(bucket.Key))
                continue;
            var fields = Document.Empty.With(seen.Field.Names[0], bucket.Key.Element).With("new_field", seen.Field.Mark);
            matches.Add(RuleMatch.Create(WindowEvent.Stamp(fields, _timestamp, terms.At), _timestamp, terms.At));
        }
    }
}
