using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is what <c>joiner()</c> gives: nothing at the first call, the separator at every other.</summary>
internal sealed class Joiner(object? separator) : PythonObject, ICallable, IAttributes
{
    private bool _isUsed;

    public override string TypeName => "Joiner";

    public object? Call(RenderContext context, CallArguments arguments)
    {
        var text = _isUsed ? separator : "";
        _isUsed = true;
        return text;
    }

    public bool TryGetAttribute(string name, RenderContext context, out object? value)
    {
        value = name switch
        {
            "sep" => separator,
            "used" => _isUsed,
            _ => null,
        };
        return name is "sep" or "used";
    }
}
