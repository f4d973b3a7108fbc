namespace ElastAlert.Scheduling.Cron;

/// <summary>Collects the items of one field: stars, numbers, names, ranges and steps.</summary>
internal sealed class CronItems(CronField cronField, bool zeroMeansOne = false, bool sevenMeansZero = false)
{
    private readonly HashSet<int> _numbers = [];

    public IReadOnlyCollection<int> Numbers => _numbers;

    public bool HasStar { get; private set; }

    public bool HasLast { get; private set; }

    /// <summary>Gets whether the items together cover the field.</summary>
    public bool IsFull => _numbers.Count + (HasStar ? 1 : 0) + (HasLast ? 1 : 0) == cronField.Count;

    /// <summary>Returns whether a day field restricts nothing: a star, or all its numbers where the other day field has a star.</summary>
    public bool IsAny(string otherDayField) => HasStar || (IsFull && otherDayField.Contains('*', StringComparison.Ordinal));

    /// <summary>Adds one item and returns the numbers that it stands for.</summary>
    public IReadOnlyList<int> Add(string item)
    {
        if (item == "*")
            HasStar = true;
        else if (item == "l" && cronField == CronField.DayOfMonth)
            HasLast = true;
        else
            return AddNumbers(item);
        return [];
    }

    private List<int> AddNumbers(string item)
    {
        var numbers = SplitRange(item) is var (low, high, step) ? Range(low, high, step, isOpen: !HasHigh(item)) : [Aliased(cronField.Parse(item))];
        foreach (var number in numbers)
            _numbers.Add(number >= cronField.Minimum && number <= cronField.Maximum ? number : throw cronField.OutOfRange(number));
        return numbers;
    }

    private static bool HasHigh(string item) => item.Contains('-', StringComparison.Ordinal) || item.StartsWith('*');

    private (string Low, string High, int Step)? SplitRange(string item)
    {
        var slash = item.LastIndexOf('/');
        var range = slash < 0 ? item : item[..slash];
        if (range == "*" && slash >= 0)
            range = $"{cronField.Minimum}-{cronField.Maximum}";
        else if (slash >= 0 && !HasHigh(range))
            range = $"{range}-{cronField.Maximum}";

        var dash = range.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0)
            return null;
        return (range[..dash], range[(dash + 1)..], slash < 0 ? 1 : Step(item[(slash + 1)..]));
    }

    private int Step(string text)
    {
        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var step) && step > 0)
            return step;
        throw new FormatException($"{cronField.Name}: step '{text}' must be a number greater than zero.");
    }

    private List<int> Range(string lowText, string highText, int step, bool isOpen)
    {
        var low = Aliased(cronField.Parse(lowText));
        var high = highText == "l" && cronField == CronField.DayOfMonth ? cronField.Maximum : Aliased(cronField.Parse(highText));
        if (Math.Max(low, high) > cronField.Maximum)
            throw cronField.OutOfRange(Math.Max(low, high));
        if (low == high)
            return isOpen ? [low] : Steps(cronField.Minimum, cronField.Maximum, step);
        return low < high ? Steps(low, high, step) : Wrapped(low, high, step);
    }

    /// <summary>Counts from low over the end of the field to high; across the end the steps go on as the reference counts them.</summary>
    private List<int> Wrapped(int low, int high, int step)
    {
        var numbers = Steps(low, cronField.Maximum, step);
        var left = cronField.Maximum - numbers[^1];
        var overshoots = numbers[^1] - cronField.Minimum + step > cronField.Count;
        numbers.AddRange(Steps(cronField.Minimum + (overshoots && left < step ? step - left : 0), high, step));
        return numbers;
    }

    private static List<int> Steps(int from, int to, int step)
    {
        var numbers = new List<int>();
        for (long number = from; number <= to; number += step)
            numbers.Add((int)number);
        return numbers;
    }

    private int Aliased(int number) => (number, zeroMeansOne, sevenMeansZero) switch
    {
        (0, true, _) => 1,
        (7, _, true) => 0,
        _ => number,
    };
}
