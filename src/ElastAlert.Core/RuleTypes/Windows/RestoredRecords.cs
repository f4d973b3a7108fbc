namespace ElastAlert.RuleTypes.Windows;

/// <summary>Holds what saved records hold, by their numbers, in order.</summary>
internal sealed class RestoredRecords
{
    private readonly SortedDictionary<long, RestoredRecord> _records = [];

    /// <summary>Gets the records of a kind, earlier ones first.</summary>
    public IEnumerable<RestoredRecord> OfKind(StateRecordKind kind) => _records.Values.Where(record => record.Kind == kind);

    /// <summary>Returns a record.</summary>
    public RestoredRecord Find(long id) => _records.TryGetValue(id, out var record) ? record : throw StateReader.Damaged();

    /// <summary>Takes a record, instead of an earlier version of it.</summary>
    public void Take(RestoredRecord record) => _records[record.Entry.Id] = record;

    /// <summary>Drops a record.</summary>
    public void Drop(long id) => _records.Remove(id);
}
