using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is one group of the filter <c>groupby</c>: a pair whose members have names too.</summary>
internal sealed class GroupTuple(object? grouper, PythonList list) : PythonSequence, IAttributes
{
    private readonly PythonTuple _pair = new([grouper, list]);

    public override string TypeName => "_GroupTuple";

    public override IReadOnlyList<object?> Items => _pair.Items;

    public bool TryGetAttribute(string name, RenderContext context, out object? value)
    {
        value = name == "grouper" ? grouper : list;
        return name is "grouper" or "list";
    }

    public override void WriteRepr(PythonTextWriter writer) => _pair.WriteRepr(writer);
}
