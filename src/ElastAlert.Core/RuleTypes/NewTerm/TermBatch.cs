using ElastAlert.RuleTypes.Windows;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.NewTerm;

/// <summary>Is a run of terms that were new between two saves.</summary>
/// <param name="field">The place of their field.</param>
/// <param name="terms">All terms of the field, in order.</param>
/// <param name="first">The first of the run.</param>
/// <param name="count">The number of terms in the run.</param>
internal sealed class TermBatch(int field, IReadOnlyList<Term> terms, int first, int count) : StateRecord
{
    /// <summary>Reads the place of the field, and the terms.</summary>
    public static (int Field, IReadOnlyList<Term> Terms) Read(StateReader reader)
    {
        var field = reader.Count();
        var terms = new Term[reader.Count()];
        for (var place = 0; place < terms.Length; place++)
        {
            var isStandIn = reader.Number() != 0;
            terms[place] = new Term(FieldKey.Parse(reader.Text()), isStandIn);
        }

        return (field, terms);
    }

    /// <inheritdoc/>
    public override void Write(StateWriter writer)
    {
        writer.Number((long)StateRecordKind.Rule);
        writer.Number(field);
        writer.Number(count);
        for (var place = first; place < first + count; place++)
        {
            writer.Number(terms[place].IsStandIn ? 1 : 0);
            writer.Text(terms[place].Key.ToString());
        }
    }
}
