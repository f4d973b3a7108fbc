using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is what lazy filters give: it makes its members when they are asked for, and each only once.</summary>
internal sealed class PythonIterator(IEnumerable<object?> items, string typeName = "generator") : PythonObject, IItems
{
    private readonly IEnumerator<object?> _items = items.GetEnumerator();

    public override string TypeName => typeName;

    public int? Count => null;

    public IEnumerable<object?> Enumerate(RenderContext context)
    {
        while (_items.MoveNext())
            yield return _items.Current;
    }
}
