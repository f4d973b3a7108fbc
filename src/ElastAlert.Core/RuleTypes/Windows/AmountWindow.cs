namespace ElastAlert.RuleTypes.Windows;

/// <summary>Holds amounts within a timeframe that ends with the newest entry (rule-types.md 4), and what their entries may show.</summary>
/// <param name="timeframe">How far the window reaches back; what is exactly that old is out.</param>
/// <param name="codec">Writes and reads the entries.</param>
/// <param name="log">Saves what the window holds, or <see langword="null"/>.</param>
/// <typeparam name="TItem">What an entry may show.</typeparam>
internal sealed class AmountWindow<TItem>(TimeSpan timeframe, ItemCodec<(Amount Amount, TItem Item)> codec, StateLog? log)
{
    private ExactSum _sum;
    private int _numbers;

    /// <summary>Gets the entries, oldest first.</summary>
    public TimeQueue<(Amount Amount, TItem Item)> Entries { get; } = new(codec, log);

    /// <summary>Gets the sum.</summary>
    public Amount Sum => _sum.Value;

    /// <summary>Returns what of the window is compared, or nothing where there is none of it (SAGG-1, SAGG-4: marks are no numbers).</summary>
    public Amount Measure(SpikeMeasure measure) => measure switch
    {
        SpikeMeasure.Sum => Sum,
        SpikeMeasure.Mean => _numbers == 0 ? Amount.None : Amount.Of(_sum.DividedBy(_numbers)),
        SpikeMeasure.Smallest => Extreme(static (one, other) => one < other),
        _ => Extreme(static (one, other) => one > other),
    };

    /// <summary>Adds an entry.</summary>
    public void Append(long time, Amount amount, TItem item)
    {
        Entries.Add(time, (amount, item));
        Count(amount);
    }

    /// <summary>Takes the oldest entry out if the timeframe no longer covers it.</summary>
    public bool TryEvict(out long time, out Amount amount)
    {
        (time, amount) = (0, Amount.None);
        if (Entries.Count == 0 || Entries.Newest.Time - Entries.Oldest.Time < timeframe.Ticks)
            return false;
        (time, (amount, _)) = Entries.TakeOldest();
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
        foreach (var (_, (amount, _)) in Entries.Items)
            Count(amount);
    }

    private void Count(Amount amount)
    {
        _sum.Add(amount);
        _numbers += amount.IsNumber ? 1 : 0;
    }

    private Amount Extreme(Func<double, double, bool> isBetter)
    {
        var best = Amount.None;
        foreach (var (_, (amount, _)) in Entries.Items)
        {
            if (amount.IsNumber && (!best.IsNumber || isBetter(amount.ToDouble(), best.ToDouble())))
                best = amount;
        }

        return best;
    }
}
