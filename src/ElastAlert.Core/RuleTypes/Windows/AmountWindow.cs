namespace ElastAlert.RuleTypes.Windows;

/// <summary>Holds entries by time and sums their amounts up (rule-types.md 4). It is a field of what owns it, never copied.</summary>
/// <typeparam name="TEntry">What holds an amount.</typeparam>
internal struct AmountWindow<TEntry>
    where TEntry : struct, IAmountEntry<TEntry>
{
    private TimeQueue<TEntry> _entries;
    private ExactSum _sum;

    /// <summary>Gets the entries, oldest first.</summary>
    public readonly IEnumerable<(long Time, TEntry Entry)> Entries => _entries.Items;

    /// <summary>Gets the time of the oldest entry, or the end of time where there is none.</summary>
    public readonly long OldestTime => _entries.Count == 0 ? long.MaxValue : _entries.Oldest.Time;

    /// <summary>Gets the newest entry.</summary>
    public readonly TEntry Newest => _entries.Newest.Item;

    /// <summary>Gets how many full blocks of entries were given up.</summary>
    public readonly int BlocksGivenUp => _entries.BlocksGivenUp;

    /// <summary>Gets whether the entries add up to nothing.</summary>
    public readonly bool IsNothing => _sum.IsZero;

    /// <summary>Gets or sets whether the sum of the entries is a fraction, even when none of them is left.</summary>
    public bool IsFraction
    {
        readonly get => _sum.IsFraction;
        set => _sum.IsFraction = value;
    }

    /// <summary>Returns what of the window is compared, or nothing where there is none of it (SAGG-1).</summary>
    public readonly Amount Measure(SpikeMeasure measure) => measure switch
    {
        SpikeMeasure.Sum => _sum.Value,
        SpikeMeasure.Mean => _sum.Mean,
        SpikeMeasure.Smallest => Extreme(static (one, other) => one < other),
        _ => Extreme(static (one, other) => one > other),
    };

    /// <summary>Adds an entry.</summary>
    public void Add(long time, TEntry entry, StateLog log)
    {
        _entries.Add(time, entry, log);
        _sum.Add(entry.Amount);
    }

    /// <summary>Takes the oldest entry out.</summary>
    public Amount TakeOldest()
    {
        var amount = _entries.Oldest.Item.Amount;
        _entries.DropOldest();
        _sum.Subtract(amount);
        return amount;
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        _entries.Clear();
        _sum = default;
    }

    /// <summary>Writes the entries.</summary>
    public readonly void Write(StateWriter writer) => _entries.Write(writer);

    /// <summary>Reads a window that was written.</summary>
    public void Read(StateReader reader, RestoredRecords records, StateLog log)
    {
        _entries.Read(reader, records, log);
        foreach (var (_, entry) in Entries)
            _sum.Add(entry.Amount);
    }

    private readonly Amount Extreme(Func<double, double, bool> isBetter)
    {
        var best = Amount.None;
        foreach (var (_, entry) in Entries)
        {
            if (entry.Amount is { IsNumber: true } amount && (!best.IsNumber || isBetter(amount.ToDouble(), best.ToDouble())))
                best = amount;
        }

        return best;
    }
}
