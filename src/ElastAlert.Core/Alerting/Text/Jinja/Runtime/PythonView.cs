using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is what <c>keys</c>, <c>values</c> and <c>items</c> of a dictionary give: it shows the dictionary as it is now.</summary>
internal sealed class PythonView : PythonObject, IItems
{
    private readonly PythonDict _dict;
    private readonly Func<PythonDict, IEnumerable<object?>> _select;

    private PythonView(string typeName, PythonDict dict, Func<PythonDict, IEnumerable<object?>> select)
    {
        TypeName = typeName;
        _dict = dict;
        _select = select;
    }

    public override string TypeName { get; }

    public override bool IsTrue => _dict.Count > 0;

    public int? Count => _dict.Count;

    public static PythonView Keys(PythonDict dict) => new("dict_keys", dict, static owner => owner.Keys);

    public static PythonView Values(PythonDict dict) => new("dict_values", dict, static owner => owner.Values);

    public static PythonView Items(PythonDict dict) =>
        new("dict_items", dict, static owner => owner.Members.Select(member => new PythonTuple([member.Key, member.Value])));

    public IEnumerable<object?> Enumerate(RenderContext context) => Unchanged();

    /// <summary>Returns the members in order, the last first.</summary>
    public IEnumerable<object?> Reversed() => _select(_dict).Reverse();

    /// <summary>Iterates, and fails when the dictionary changes its size meanwhile.</summary>
    public IEnumerable<object?> Unchanged()
    {
        var count = _dict.Count;
        foreach (var item in _select(_dict).ToArray())
        {
            yield return item;
            if (_dict.Count != count)
                throw new PythonException("RuntimeError", "dictionary changed size during iteration");
        }
    }

    public override void WriteRepr(PythonTextWriter writer)
    {
        writer.Append(TypeName + "(");
        writer.Repr(new PythonList([.. _select(_dict)]));
        writer.Append(")");
    }
}
