namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is what a saved record holds.</summary>
/// <param name="Entry">Its place.</param>
/// <param name="Content">What it holds.</param>
internal readonly record struct RestoredRecord(StateEntry Entry, ReadOnlyMemory<byte> Content)
{
    /// <summary>Gets the kind of the record.</summary>
    public StateRecordKind Kind => (StateRecordKind)new StateReader(Content).Number();

    /// <summary>Returns what reads the record after its kind.</summary>
    public StateReader Open()
    {
        var reader = new StateReader(Content);
        reader.Number();
        return reader;
    }

    /// <summary>Notes which record was made of it.</summary>
    public void Attach(StateRecord record)
    {
        (record.Entry, record.IsKept) = (Entry, true);
        Entry.Record = record;
    }
}
