namespace ElastAlert.RuleTypes.Windows;

/// <summary>Builds the new parts of a save.</summary>
/// <param name="version">The version that begins each part.</param>
/// <param name="fullSize">The size from which on another part is begun.</param>
/// <param name="nextNumber">Gives the number of a new part.</param>
internal sealed class StateLogBuild(byte version, int fullSize, Func<long> nextNumber)
{
    /// <summary>The mark in front of a record; what is gone has 0.</summary>
    public const long RecordMark = 1;

    private readonly List<StatePart> _saved = [];
    private readonly StateWriter _writer = new();
    private readonly StateWriter _record = new();
    private int _finished;

    /// <summary>Gets the parts.</summary>
    public List<StateLogPart> Parts { get; } = [];

    /// <summary>Gets the number of bytes so far.</summary>
    public int Size => _finished + _writer.Length;

    /// <summary>Writes a record.</summary>
    public void Write(StateEntry entry)
    {
        _record.Clear();
        entry.Record!.Write(_record);
        var part = Begin();
        _writer.Number(RecordMark);
        _writer.Number(entry.Id);
        _writer.Bytes(_record.Written);
        part.Written.Add(entry);
        part.Live++;
        entry.Copies++;
        entry.Part = part;
    }

    /// <summary>Writes what is gone.</summary>
    public void WriteRemoved(IEnumerable<StateEntry> entries)
    {
        foreach (var entry in entries)
        {
            var part = Begin();
            _writer.Number(0);
            _writer.Number(entry.Id);
            part.Removed.Add(entry);
        }
    }

    /// <summary>Returns the parts as they are saved.</summary>
    public IReadOnlyList<StatePart> Finish()
    {
        End();
        return _saved;
    }

    private StateLogPart Begin()
    {
        if (_writer.Length >= fullSize)
            End();
        if (_writer.Length > 0)
            return Parts[^1];
        _writer.Number(version);
        Parts.Add(new StateLogPart(nextNumber()));
        return Parts[^1];
    }

    private void End()
    {
        if (_writer.Length == 0)
            return;
        Parts[^1].Size = _writer.Length;
        _saved.Add(new StatePart(Parts[^1].Name, _writer.ToArray()));
        _finished += _writer.Length;
        _writer.Clear();
    }
}
