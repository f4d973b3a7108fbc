namespace ElastAlert.RuleTypes.Windows;

/// <summary>Holds entries by time and sums their amounts up (rule-types.md 4).</summary>
/// <param name="codec">Writes and reads the entries.</param>
/// <param name="log">Saves what the window holds, or <see langword="null"/>.</param>
/// <typeparam name="TEntry">What holds an amount.</typeparam>
internal sealed class AmountWindow<TEntry>(ItemCodec<TEntry> codec, StateLog? log)
    where TEntry : struct, IAmountEntry
{
    private ExactSum _sum;
    private int _numbers;

    /// <summary>Gets the entries, oldest first.</summary>
    public TimeQueue<TEntry> Entries { get; } = new(codec, log);

    /// <summary>Gets whether the entries add up to nothing.</summary>
    public bool IsNothing => _sum.IsZero;

    /// <summary>Returns what of the window is compared, or nothing where there is none of it (SAGG-1).</summary>
    public Amount Measure(SpikeMeasure measure) => measure switch
    {
        SpikeMeasure.Sum => _sum.Value,
        SpikeMeasure.Mean => _numbers == 0 ? Amount.None : Amount.Of(_sum.DividedBy(_numbers)),
        SpikeMeasure.Smallest => Extreme(static (one, other) => one < other),
        _ => Extreme(static (one, other) => one > other),
    };

    /// <summary>Adds an entry.</summary>
    public void Add(long time, TEntry entry)
    {
        Entries.Add(time, entry);
        Count(entry.Amount);
    }

    /// <summary>Takes the oldest entry out if it is not after a moment.</summary>
    public bool TryTakeUntil(long limit, out long time, out Amount amount)
    {
        (time, amount) = (0, Amount.None);
        if (Entries.Count == 0 || Entries.Oldest.Time > limit)
            return false;
        ref readonly var oldest = ref Entries.Oldest;
        (time, amount) = (oldest.Time, oldest.Item.Amount);
        Entries.DropOldest();
        _sum.Subtract(amount);
        _numbers -= amount.IsNumber ? 1 : 0;
        return true;
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        Entries.Clear();
        _sum = default;
        _numbers = 0;
    }

    /// <summary>Reads a window that <see cref="Entries"/> was written of.</summary>
    public void Read(StateReader reader, RestoredRecords records)
    {
        Entries.Read(reader, records);
        foreach (var (_, entry) in Entries.Items)
            Count(entry.Amount);
    }

    private void Count(Amount amount)
    {
        _sum.Add(amount);
        _numbers += amount.IsNumber ? 1 : 0;
    }

    private Amount Extreme(Func<double, double, bool> isBetter)
    {
        var best = Amount.None;
        foreach (var (_, entry) in Entries.Items)
        {
            if (entry.Amount is { IsNumber: true } amount && (!best.IsNumber || isBetter(amount.ToDouble(), best.ToDouble())))
                best = amount;
        }

        return best;
    }
}
