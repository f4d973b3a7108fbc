using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Prints values: <c>{{ value }}</c>, or <c>{% print a, b %}</c>.</summary>
internal sealed class PrintStatement(IReadOnlyList<Expression> values, JinjaPosition position) : Statement(position)
{
    public override IEnumerable<Node> Children => values;

    protected override void Render(RenderContext context)
    {
        foreach (var expression in values)
        {
            var value = expression.Evaluate(context);
            var text = context.Autoescape ? Markup.Escape(value, context).Text : context.Str(value);
            context.CheckLength(text.Length);
            context.Output.Append(text);
        }
    }
}
