namespace ElastAlert.RuleTypes.Windows;

/// <summary>Holds entries by time and sums their amounts up (rule-types.md 4). It is a field of what owns it, never copied.</summary>
/// <param name="codec">Writes and reads the entries.</param>
/// <param name="log">Saves what the window holds, or <see langword="null"/>.</param>
/// <typeparam name="TEntry">What holds an amount.</typeparam>
internal struct AmountWindow<TEntry>(ItemCodec<TEntry> codec, StateLog? log)
    where TEntry : struct, IAmountEntry
{
    private TimeQueue<TEntry> _entries = new(codec, log);
    private ExactSum _sum;
    private int _numbers;

    /// <summary>Gets the entries, oldest first.</summary>
    public readonly IEnumerable<(long Time, TEntry Entry)> Entries => _entries.Items;

    /// <summary>Gets the newest entry.</summary>
    public readonly TEntry Newest => _entries.Newest.Item;

    /// <summary>Gets how many full blocks of entries were given up.</summary>
    public readonly int BlocksGivenUp => _entries.BlocksGivenUp;

    /// <summary>Gets whether the entries add up to nothing.</summary>
    public readonly bool IsNothing => _sum.IsZero;

    /// <summary>Returns what of the window is compared, or nothing where there is none of it (SAGG-1).</summary>
    public readonly Amount Measure(SpikeMeasure measure) => measure switch
    {
        SpikeMeasure.Sum => _sum.Value,
        SpikeMeasure.Mean => _numbers == 0 ? Amount.None : Amount.Of(_sum.DividedBy(_numbers)),
        SpikeMeasure.Smallest => Extreme(static (one, other) => one < other),
        _ => Extreme(static (one, other) => one > other),
    };

    /// <summary>Adds an entry.</summary>
    public void Add(long time, TEntry entry)
    {
        _entries.Add(time, entry);
        Count(entry.Amount);
    }

    /// <summary>Takes the oldest entry out if it is not after a moment.</summary>
    public bool TryTakeUntil(long limit, out long time, out Amount amount)
    {
        (time, amount) = (0, Amount.None);
        if (_entries.Count == 0)
            return false;
        ref readonly var oldest = ref _entries.Oldest;
        if (oldest.Time > limit)
            return false;
        (time, amount) = (oldest.Time, oldest.Item.Amount);
        _entries.DropOldest();
        _sum.Subtract(amount);
        _numbers -= amount.IsNumber ? 1 : 0;
        return true;
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        _entries.Clear();
        _sum = default;
        _numbers = 0;
    }

    /// <summary>Writes the entries.</summary>
    public readonly void Write(StateWriter writer) => _entries.Write(writer);

    /// <summary>Reads a window that was written.</summary>
    public void Read(StateReader reader, RestoredRecords records)
    {
        _entries.Read(reader, records);
        foreach (var (_, entry) in Entries)
            Count(entry.Amount);
    }

    private void Count(Amount amount)
    {
        _sum.Add(amount);
        _numbers += amount.IsNumber ? 1 : 0;
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
