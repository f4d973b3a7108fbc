using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a list that stands in the template: <c>[a, b]</c>.</summary>
internal sealed class ListExpression(IReadOnlyList<Expression> items, JinjaPosition position) : Expression(position)
{
    public override IEnumerable<Node> Children => items;

    protected override object? Value(RenderContext context) => new PythonList([.. items.Select(item => item.Evaluate(context))]);
}
