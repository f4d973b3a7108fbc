using ElastAlert.Alerting.Text.Python;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Hands out the values of a printf text, one after the other or by name.</summary>
internal sealed class PercentArguments(object? values)
{
    private readonly PythonTuple? _tuple = values as PythonTuple;
    private object? _selected;
    private bool _hasSelected;
    private int _taken;

    private int Count => _tuple?.Items.Count ?? 1;

    /// <summary>Makes a named value the next one.</summary>
    public void Select(string name)
    {
        if (values is not PythonDict dict)
            throw PythonException.Type("format requires a mapping");
        _hasSelected = dict.TryGetValue(name, out _selected) ? true : throw PythonException.Key(PythonText.Quote(name));
    }

    public object? Take()
    {
        if (_hasSelected)
        {
            _hasSelected = false;
            return _selected;
        }

        if (_taken >= Count)
            throw PythonException.Type("not enough arguments for format string");
        _taken++;
        return _tuple is null ? values : _tuple.Items[_taken - 1];
    }

    public int TakeNumber() => Take() is long number and >= -FormatSpec.MaxNumber and <= FormatSpec.MaxNumber
        ? (int)number
        : throw PythonException.Type("* wants int");

    public PercentSpec TakeWidth(PercentSpec spec)
    {
        var width = TakeNumber();
        return width < 0 ? spec with { Width = -width, LeftAligned = true } : spec with { Width = width };
    }

    /// <summary>Refuses values that nothing asked for; a dictionary or list may have more than is used.</summary>
    public void CheckAllUsed()
    {
        if ((values is PythonTuple || values is not PythonObject { HasItems: true }) && _taken < Count)
            throw PythonException.Type("not all arguments converted during string formatting");
    }
}
