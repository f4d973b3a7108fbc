namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is what a rule type remembers besides its keys.</summary>
/// <param name="write">Writes it.</param>
internal sealed class RuleRecord(Action<StateWriter> write) : StateRecord
{
    /// <summary>Reads what was saved, if anything was.</summary>
    public void Restore(RestoredRecords records, Action<StateReader> read)
    {
        foreach (var record in records.OfKind(StateRecordKind.Rule))
        {
            read(record.Open());
            record.Attach(this);
        }
    }

    /// <inheritdoc/>
    public override void Write(StateWriter writer)
    {
        writer.Number((long)StateRecordKind.Rule);
        write(writer);
    }
}
