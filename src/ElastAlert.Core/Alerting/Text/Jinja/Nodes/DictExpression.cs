using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a dictionary that stands in the template: <c>{'a': b}</c>.</summary>
internal sealed class DictExpression(IReadOnlyList<(Expression Key, Expression Item)> members, JinjaPosition position) : Expression(position)
{
    public override IEnumerable<Node> Children => members.SelectMany(member => new[] { member.Key, member.Item });

    protected override object? Value(RenderContext context)
    {
        var dict = new PythonDict(context.Comparer);
        foreach (var (key, item) in members)
            dict[key.Evaluate(context)] = item.Evaluate(context);
        return dict;
    }
}
