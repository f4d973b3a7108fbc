namespace ElastAlert.Scheduling.Cron;

/// <summary>Is the set of numbers that one field of a schedule allows.</summary>
internal sealed class CronValues
{
    private readonly int _minimum;
    private readonly bool[] _allowed;

    internal CronValues(CronField field, IEnumerable<int> values)
    {
        _minimum = field.Minimum;
        _allowed = new bool[field.Maximum - field.Minimum + 1];
        foreach (var value in values)
            _allowed[value - _minimum] = true;
    }

    /// <summary>Returns whether a number is allowed.</summary>
    public bool Contains(int value) => value >= _minimum && value - _minimum < _allowed.Length && _allowed[value - _minimum];

    /// <summary>Finds the first allowed number at or after another, if there is one.</summary>
    public int? FirstFrom(int value)
    {
        for (var index = Math.Max(0, value - _minimum); index < _allowed.Length; index++)
        {
            if (_allowed[index])
                return index + _minimum;
        }

        return null;
    }
}
