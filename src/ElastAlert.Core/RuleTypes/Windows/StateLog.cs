using System.Text.Json;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>
/// Saves records in parts so that a save costs what changed: changed records go into a new part, and small or mostly outdated parts are
/// written into it again, so that there are few of them and each record is rewritten seldom.
/// </summary>
/// <param name="version">The version of what the records hold, which begins each part.</param>
internal sealed class StateLog(byte version)
{
    private const int FullSize = 1 << 20;

    private readonly List<StateLogPart> _parts = [];
    private StateRecord? _firstChanged;
    private StateRecord? _lastChanged;
    private HashSet<StateEntry> _removed = [];
    private long _lastId;
    private long _lastPart;

    /// <summary>Adds a record unless it is there; it is written with the next save.</summary>
    public void Add(StateRecord record)
    {
        record.IsKept = true;
        MarkChanged(record);
    }

    /// <summary>Notes that a record, unless it was removed, is to be written with the next save.</summary>
    public void MarkChanged(StateRecord record)
    {
        if (record.IsChanged || !record.IsKept)
            return;
        record.IsChanged = true;
        if (_lastChanged is null)
            _firstChanged = record;
        else
            _lastChanged.NextChanged = record;
        _lastChanged = record;
    }

    /// <summary>Removes a record.</summary>
    public void Remove(StateRecord record)
    {
        record.IsKept = false;
        if (record.Entry is not { } entry)
            return;
        (record.Entry, entry.Record) = (null, null);
        Detach(entry);
        if (entry.Copies > 0)
            _removed.Add(entry);
    }

    /// <summary>Returns the parts that are new, and those that are gone as empty ones.</summary>
    public IReadOnlyList<StatePart> Save()
    {
        if (_firstChanged is null && _removed.Count == 0)
            return [];
        var build = new StateLogBuild(version, FullSize, () => ++_lastPart);
        WriteChanged(build);
        var gone = Absorb(build);
        build.WriteRemoved(_removed.Where(static entry => entry.Copies > 0));
        _removed = [];
        _parts.AddRange(build.Parts);
        return [.. build.Finish(), .. gone];
    }

    /// <summary>Takes saved parts over.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="take">Makes records of what they hold.</param>
    public void Restore(IReadOnlyList<StatePart> parts, Action<RestoredRecords> take)
    {
        var records = new RestoredRecords();
        var entries = new Dictionary<long, StateEntry>();
        try
        {
            foreach (var part in parts.OrderBy(StateLogPart.NumberOf))
                Read(part, entries, records);
            take(records);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or ArgumentException or OverflowException)
        {
            throw StateReader.Damaged(exception);
        }
    }

    // Records name others, so all have their places before the first is written.
    private void WriteChanged(StateLogBuild build)
    {
        var changed = TakeChanged();
        foreach (var record in changed)
            record.Entry ??= new StateEntry(++_lastId) { Record = record };
        foreach (var record in changed)
        {
            Detach(record.Entry!);
            build.Write(record.Entry!);
        }
    }

    private List<StateRecord> TakeChanged()
    {
        var changed = new List<StateRecord>();
        var next = _firstChanged;
        while (next is { } record)
        {
            next = record.NextChanged;
            (record.IsChanged, record.NextChanged) = (false, null);
            if (record.IsKept)
                changed.Add(record);
        }

        (_firstChanged, _lastChanged) = (null, null);
        return changed;
    }

    private static void Detach(StateEntry entry)
    {
        if (entry.Part is { } part)
            part.Live--;
        entry.Part = null;
    }

    // A part that is no greater than twice what is written anyway is taken along, so that sizes grow in powers of two; and one that is
    // mostly outdated, whose rest is less than what became outdated in it.
    private List<StatePart> Absorb(StateLogBuild build)
    {
        var gone = new List<StatePart>();
        for (var place = _parts.Count - 1; place >= 0; place--)
        {
            var part = _parts[place];
            var isSmall = place == _parts.Count - 1 && part.Size <= 2 * build.Size && part.Size + build.Size <= FullSize;
            if (!isSmall && !part.IsMostlyOutdated)
                continue;
            Absorb(part, build);
            _parts.RemoveAt(place);
            gone.Add(new StatePart(part.Name, ReadOnlyMemory<byte>.Empty));
        }

        return gone;
    }

    private void Absorb(StateLogPart part, StateLogBuild build)
    {
        foreach (var entry in part.Written)
        {
            entry.Copies--;
            if (entry.Part == part && entry.Record is not null)
                build.Write(entry);
        }

        _removed.UnionWith(part.Removed);
    }

    private void Read(StatePart saved, Dictionary<long, StateEntry> entries, RestoredRecords records)
    {
        var reader = new StateReader(saved.Content);
        if (reader.Number() is var found && found != version)
            throw WrongVersion(found);
        var part = new StateLogPart(StateLogPart.NumberOf(saved)) { Size = saved.Content.Length };
        while (!reader.IsAtEnd)
        {
            var isRecord = reader.Number() == StateLogBuild.RecordMark;
            var id = reader.Number();
            if (!entries.TryGetValue(id, out var entry))
                entries[id] = entry = new StateEntry(id);
            Detach(entry);
            if (isRecord)
                Take(entry, part, reader.Bytes(), records);
            else
                Drop(entry, part, records);
            _lastId = Math.Max(_lastId, id);
        }

        _parts.Add(part);
        _lastPart = part.Number;
    }

    private static void Take(StateEntry entry, StateLogPart part, ReadOnlyMemory<byte> content, RestoredRecords records)
    {
        part.Written.Add(entry);
        part.Live++;
        entry.Copies++;
        entry.Part = part;
        records.Take(new RestoredRecord(entry, content));
    }

    private static void Drop(StateEntry entry, StateLogPart part, RestoredRecords records)
    {
        part.Removed.Add(entry);
        records.Drop(entry.Id);
    }

    private StateFormatException WrongVersion(long found) => new(
        $"The saved state of a rule type has version {found}, and this program reads version {version}. "
        + "Run the program that wrote it, or remove the state so that the rule begins anew.");
}
