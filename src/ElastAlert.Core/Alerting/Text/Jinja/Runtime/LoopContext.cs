using System.Globalization;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is the variable <c>loop</c> of a running loop.</summary>
internal sealed class LoopContext(object? iterable, IEnumerator<object?> items, int depth0, Func<RenderContext, object?, int, object?>? recurse)
    : PythonObject, IAttributes, ICallable, IItems
{
    private readonly Queue<object?> _ahead = new();
    private int? _length = Iteration.CountOf(iterable);
    private object? _current = Undefined.Name("loop");
    private object? _previous;
    private PythonTuple? _lastChanged;
    private int _index0 = -1;

    public override string TypeName => "LoopContext";

    int? IItems.Count => Length;

    private int Length
    {
        get
        {
            if (_length is null)
            {
                while (items.MoveNext())
                    _ahead.Enqueue(items.Current);
                _length = _index0 + 1 + _ahead.Count;
            }

            return _length.Value;
        }
    }

    /// <summary>Goes to the next member, if there is one.</summary>
    public bool MoveNext(out object? item)
    {
        item = null;
        if (!HasNext())
            return false;
        item = _ahead.Dequeue();
        _index0++;
        (_previous, _current) = (_current, item);
        return true;
    }

    public object? Call(RenderContext context, CallArguments arguments)
    {
        if (arguments is not { Positional: [var inner], Named.Count: 0 })
            throw PythonException.Type("loop() takes exactly one argument");
        return recurse is not null
            ? recurse(context, inner, depth0 + 1)
            : throw PythonException.Type("The loop must have the 'recursive' marker to be called recursively.");
    }

    public IEnumerable<object?> Enumerate(RenderContext context)
    {
        while (MoveNext(out var item))
            yield return new PythonTuple([item, this]);
    }

    public bool TryGetAttribute(string name, RenderContext context, out object? value)
    {
        value = name switch
        {
            "index" => _index0 + 1L,
            "index0" => (long)_index0,
            "revindex" => (long)Length - _index0,
            "revindex0" => (long)Length - _index0 - 1,
            "first" => _index0 == 0,
            "last" => !HasNext(),
            "length" => (long)Length,
            "depth" => depth0 + 1L,
            "depth0" => (long)depth0,
            "previtem" => _index0 == 0 ? new Undefined("there is no previous item") : _previous,
            "nextitem" => HasNext() ? _ahead.Peek() : new Undefined("there is no next item"),
            "cycle" => new BoundFunction(new NativeFunction("cycle", (_, _, arguments) => Cycle(arguments.Positional)), this),
            "changed" => new BoundFunction(new NativeFunction("changed", (caller, _, arguments) => Changed(caller, arguments.Positional)), this),
            _ => null,
        };
        return value is not null || name is "previtem" or "nextitem";
    }

    public override void WriteRepr(PythonTextWriter writer) =>
        writer.Append(string.Create(CultureInfo.InvariantCulture, $"<LoopContext {_index0 + 1}/{Length}>"));

    private bool HasNext()
    {
        if (_ahead.Count == 0 && items.MoveNext())
            _ahead.Enqueue(items.Current);
        return _ahead.Count > 0;
    }

    private object? Cycle(IReadOnlyList<object?> values) =>
        values.Count > 0 ? values[_index0 % values.Count] : throw PythonException.Type("no items for cycling given");

    private bool Changed(RenderContext context, IReadOnlyList<object?> values)
    {
        var current = new PythonTuple(values);
        if (_lastChanged is not null && context.Comparer.AreEqual(_lastChanged, current))
            return false;
        _lastChanged = current;
        return true;
    }
}
