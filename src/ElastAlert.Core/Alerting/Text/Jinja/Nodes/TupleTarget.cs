using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a row of targets that the members of a value are assigned to.</summary>
internal sealed class TupleTarget(IReadOnlyList<Target> targets, JinjaPosition position) : Target(position)
{
    public override IEnumerable<Node> Children => targets;

    public override object? Rebuild(object? value, RenderContext context)
    {
        var values = Iteration.Unpack(value, targets.Count, context);
        return new PythonTuple([.. targets.Select((target, index) => target.Rebuild(values[index], context))]);
    }

    public override void Assign(object? value, RenderContext context)
    {
        var values = Iteration.Unpack(value, targets.Count, context);
        for (var index = 0; index < targets.Count; index++)
            targets[index].Assign(values[index], context);
    }
}
