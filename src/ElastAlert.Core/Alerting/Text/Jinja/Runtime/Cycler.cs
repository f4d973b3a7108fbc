using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is what <c>cycler()</c> gives: values that come round and round.</summary>
internal sealed class Cycler(IReadOnlyList<object?> items) : PythonObject, IAttributes
{
    private int _position;

    public override string TypeName => "Cycler";

    public bool TryGetAttribute(string name, RenderContext context, out object? value)
    {
        value = name switch
        {
            "current" => items[_position],
            "items" => new PythonTuple(items),
            "pos" => (long)_position,
            "next" => new BoundFunction(new NativeFunction("next", [], (_, _, _) => Next()), this),
            "reset" => new BoundFunction(new NativeFunction("reset", [], (_, _, _) => Reset()), this),
            _ => null,
        };
        return value is not null || name == "current";
    }

    private object? Next()
    {
        var current = items[_position];
        _position = (_position + 1) % items.Count;
        return current;
    }

    private object? Reset()
    {
        _position = 0;
        return null;
    }
}
