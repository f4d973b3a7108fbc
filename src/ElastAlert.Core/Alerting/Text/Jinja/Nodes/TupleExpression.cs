using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a tuple that stands in the template: <c>(a, b)</c>.</summary>
internal sealed class TupleExpression(IReadOnlyList<Expression> items, JinjaPosition position) : Expression(position)
{
    public IReadOnlyList<Expression> Items => items;

    public override IEnumerable<Node> Children => items;

    protected override object? Value(RenderContext context) => new PythonTuple([.. items.Select(item => item.Evaluate(context))]);
}
